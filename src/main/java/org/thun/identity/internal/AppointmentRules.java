package org.thun.identity.internal;

import static org.thun.identity.Role.AP;
import static org.thun.identity.Role.AU;
import static org.thun.identity.Role.CC;
import static org.thun.identity.Role.CD;
import static org.thun.identity.Role.EV;
import static org.thun.identity.Role.FA;
import static org.thun.identity.Role.FM;
import static org.thun.identity.Role.GC;
import static org.thun.identity.Role.GF;
import static org.thun.identity.Role.GL;
import static org.thun.identity.Role.MT;
import static org.thun.identity.Role.PO;
import static org.thun.identity.Role.PR;
import static org.thun.identity.Role.RV;
import static org.thun.identity.Role.SA;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Problem;

/**
 * Which posts one person must not hold together, and which together keep the person from some work. The tasks check the
 * persons again (SD6); here the plainest mistakes are stopped before they are made.
 */
final class AppointmentRules {

    private static final Set<Role> GRANTEE = EnumSet.of(GL, GC, GF);
    private static final Set<Role> CENTRE = EnumSet.of(CC, CD);
    private static final Set<Role> FINANCE = EnumSet.of(FM, FA);
    private static final Set<Role> FUNDER = EnumSet.of(PO, AP);
    private static final Set<Role> EVALUATED = EnumSet.of(GL, GC, GF, CC, CD, MT, PR, PO);

    /** How long after other work with a grant a person may not evaluate it (SD3). */
    private static final Period EVALUATOR_DISTANCE = Period.ofMonths(24);

    private AppointmentRules() {}

    static List<ScopeKind> scopesOf(Role role) {
        if (role == SA) {
            return List.of(ScopeKind.ALL);
        }
        if (GRANTEE.contains(role)) {
            return List.of(ScopeKind.ORGANISATION, ScopeKind.GRANT);
        }
        if (CENTRE.contains(role)) {
            return List.of(ScopeKind.CENTRE);
        }
        return List.of(ScopeKind.PROGRAMME, ScopeKind.GRANT, ScopeKind.ORGANISATION, ScopeKind.ALL);
    }

    /** What forbids that post beside those the person holds, held or will hold. */
    static List<Problem> refusals(List<Post> others, Post wanted) {
        List<Problem> problems = new ArrayList<>();
        if (!scopesOf(wanted.role()).contains(wanted.scopeKind())) {
            problems.add(Problem.at("scope", "identity.problem.post.scopeKind", scopesOf(wanted.role())));
        }
        if (wanted.validTo() != null && wanted.validTo().isBefore(wanted.validFrom())) {
            problems.add(Problem.at("validTo", "identity.problem.post.dates"));
            return problems;
        }
        for (Post held : others) {
            if (!held.overlaps(wanted)) {
                continue;
            }
            if (held.role() == wanted.role() && held.address().equals(wanted.address())) {
                problems.add(Problem.at("role", "identity.problem.post.held"));
            } else if (held.role() == SA ^ wanted.role() == SA) {
                problems.add(Problem.at("role", "identity.problem.post.administrator").under("SD7"));
            } else if (held.mayMeet(wanted) && between(held, wanted, EnumSet.of(FM), EnumSet.of(FA))) {
                problems.add(Problem.at("role", "identity.problem.post.makerChecker").under("SD2"));
            } else if (held.mayMeet(wanted) && between(held, wanted, FINANCE, GRANTEE)) {
                problems.add(Problem.at("role", "identity.problem.post.financeGrantee").under("SD2"));
            }
        }
        return problems;
    }

    /** What forbids that post beside posts whose tasks the person does for somebody else (SD6); to take over is no harm. */
    static List<Problem> refusalsBesideCovered(List<Post> covered, Post wanted) {
        return refusals(
                covered.stream()
                        .filter(post -> post.role() != wanted.role() || !post.address().equals(wanted.address()))
                        .toList(),
                wanted);
    }

    /** What does not forbid the post but will keep the person from some tasks. */
    static List<Problem> concerns(List<Post> others, Post wanted) {
        List<Problem> concerns = new ArrayList<>();
        for (Post held : others) {
            if (!held.mayMeet(wanted)) {
                continue;
            }
            if (between(held, wanted, EnumSet.of(EV), EVALUATED) && near(held, wanted)) {
                concerns.add(Problem.at("role", "identity.concern.evaluator").under("SD3"));
            } else if (!held.overlaps(wanted)) {
                continue;
            } else if (between(held, wanted, EnumSet.of(PR), GRANTEE)) {
                concerns.add(Problem.at("role", "identity.concern.reviewer").under("SD4"));
            } else if (between(held, wanted, EnumSet.of(RV), CENTRE)) {
                concerns.add(Problem.at("role", "identity.concern.verifier").under("SD5"));
            } else if (between(held, wanted, FUNDER, GRANTEE)) {
                concerns.add(Problem.at("role", "identity.concern.bothSides").under("SD1"));
            } else if (held.role() == AU ^ wanted.role() == AU) {
                concerns.add(Problem.at("role", "identity.concern.auditor").under("SD9"));
            }
        }
        return concerns;
    }

    private static boolean near(Post held, Post wanted) {
        return held.overlaps(stretched(wanted)) || wanted.overlaps(stretched(held));
    }

    private static Post stretched(Post post) {
        LocalDate last = post.validTo() == null ? null : post.validTo().plus(EVALUATOR_DISTANCE);
        return new Post(post.role(), post.scopeKind(), post.scopeId(), post.validFrom(), last);
    }

    private static boolean between(Post one, Post other, Set<Role> these, Set<Role> those) {
        return these.contains(one.role()) && those.contains(other.role())
                || these.contains(other.role()) && those.contains(one.role());
    }
}
