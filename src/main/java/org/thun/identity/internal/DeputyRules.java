package org.thun.identity.internal;

import static org.thun.identity.Role.AP;
import static org.thun.identity.Role.CC;
import static org.thun.identity.Role.CD;
import static org.thun.identity.Role.EM;
import static org.thun.identity.Role.EV;
import static org.thun.identity.Role.FA;
import static org.thun.identity.Role.FM;
import static org.thun.identity.Role.GC;
import static org.thun.identity.Role.GF;
import static org.thun.identity.Role.GL;
import static org.thun.identity.Role.MT;
import static org.thun.identity.Role.PO;
import static org.thun.identity.Role.RV;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.shared.Problem;

/**
 * What forbids a deputyship before it begins (SD6): posts of the deputy, or other deputyships of theirs, beside which the
 * absent person's post would put one person on both sides. What only a single task can show is checked when it is completed.
 */
final class DeputyRules {

    /**
     * Work that can be done in somebody's place. Reviews, evaluations and audits are a person's own judgement: somebody else
     * is asked instead. Readers and the people of centres have no tasks (a centre's records are entered under a post of one's
     * own), and administrators do none (SD7).
     */
    private static final Set<Role> COVERED = EnumSet.of(GL, GC, GF, MT, RV, PO, AP, EM, FM, FA);

    private static final Set<Role> ASKING = EnumSet.of(GL, GC, GF, CC, CD);
    private static final Set<Role> JUDGING = EnumSet.of(MT, PO, AP, FM, FA);

    private DeputyRules() {}

    static boolean canBeCovered(Role role) {
        return COVERED.contains(role);
    }

    /** What forbids the tasks of that post to somebody who holds, or covers, those. */
    static List<Problem> refusals(List<Post> others, Post wanted) {
        List<Problem> problems = new ArrayList<>();
        for (Post held : others) {
            if (!held.overlaps(wanted)) {
                continue;
            }
            if (held.role() == wanted.role() && held.address().equals(wanted.address())) {
                problems.add(Problem.at("deputy", "identity.problem.deputy.held"));
            } else if (held.role() == Role.SA) {
                problems.add(Problem.at("deputy", "identity.problem.deputy.administrator").under("SD7"));
            } else if (held.role() == Role.AU) {
                problems.add(Problem.at("deputy", "identity.problem.deputy.auditor").under("SD9"));
            } else if (held.mayMeet(wanted)) {
                meeting(held.role(), wanted.role(), problems);
            }
        }
        return problems.stream().distinct().toList();
    }

    private static void meeting(Role held, Role wanted, List<Problem> problems) {
        if (between(held, wanted, EnumSet.of(FM), EnumSet.of(FA))) {
            problems.add(Problem.at("deputy", "identity.problem.deputy.makerChecker").under("SD2"));
        } else if (between(held, wanted, EnumSet.of(FM, FA), EnumSet.of(GL, GC, GF))) {
            problems.add(Problem.at("deputy", "identity.problem.deputy.financeGrantee").under("SD2"));
        } else if (between(held, wanted, EnumSet.of(RV), EnumSet.of(CC, CD))) {
            problems.add(Problem.at("deputy", "identity.problem.deputy.verifier").under("SD5"));
        } else if (between(held, wanted, JUDGING, ASKING)) {
            problems.add(Problem.at("deputy", "identity.problem.deputy.bothSides").under("SD1"));
        } else if (between(held, wanted, EnumSet.of(EM), EnumSet.of(EV))) {
            problems.add(Problem.at("deputy", "identity.problem.deputy.evaluator").under("SD1"));
        }
    }

    private static boolean between(Role one, Role other, Set<Role> these, Set<Role> those) {
        return these.contains(one) && those.contains(other) || these.contains(other) && those.contains(one);
    }
}
