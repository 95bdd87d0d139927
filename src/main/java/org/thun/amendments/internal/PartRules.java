package org.thun.amendments.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.activities.Occurrence;
import org.thun.amendments.Amendment.Origin;
import org.thun.amendments.AmendmentDesk.Offer;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.Part;
import org.thun.grants.AgreementTerm;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.PostChanges;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.indicators.IndicatorTargets;
import org.thun.indicators.IndicatorTargets.Proposal;
import org.thun.parties.BankAccountChanges;
import org.thun.parties.Organisations.NewBankAccount;
import org.thun.shared.Money;
import org.thun.shared.Problem;

/** What may be asked for, and what stands against what was asked for. Judged when a part is written and at every step after. */
@Component
class PartRules {

    /** The longest a report is put off at once. */
    static final int MOST_DUE_DAYS = 180;

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TARGET_REASON = 1000;
    private static final Set<Role> POSTS = EnumSet.of(Role.GL, Role.GC, Role.GF);

    /** What the funder may ask for on its own. */
    private static final Set<AmendmentKind> FUNDER =
            EnumSet.of(AmendmentKind.SUSPENSION, AmendmentKind.RESUMPTION, AmendmentKind.TERMINATION);

    /** What may still be asked for while the clocks of a grant stand still beyond the end of its term. */
    private static final Set<AmendmentKind> AFTER_END =
            EnumSet.of(AmendmentKind.RESUMPTION, AmendmentKind.TERMINATION);

    /** Kinds of which an amendment has one part at most. */
    private static final Set<AmendmentKind> SINGLE = EnumSet.of(AmendmentKind.TIME, AmendmentKind.BANK,
            AmendmentKind.TRANCHES, AmendmentKind.DUE_DAYS, AmendmentKind.SUSPENSION, AmendmentKind.RESUMPTION, AmendmentKind.TERMINATION);

    private final IndicatorTargets targets;
    private final BankAccountChanges accountsOfBanks;
    private final PostChanges posts;
    private final Accounts accounts;

    PartRules(
            IndicatorTargets targets, BankAccountChanges accountsOfBanks, PostChanges posts, Accounts accounts) {
        this.targets = targets;
        this.accountsOfBanks = accountsOfBanks;
        this.posts = posts;
        this.accounts = accounts;
    }

    /** Every kind of change, with what stands against this person asking for it now. */
    List<Offer> offers(Situation now, Origin origin, Actor actor) {
        return List.of(AmendmentKind.values()).stream()
                .map(kind -> new Offer(kind, notOffered(kind, now, origin, actor).orElse(null)))
                .toList();
    }

    Optional<Problem> notOffered(AmendmentKind kind, Situation now, Origin origin, Actor actor) {
        Optional<Problem> general = closed(kind, now);
        if (general.isPresent()) {
            return general;
        }
        if (origin == Origin.FUNDER && !FUNDER.contains(kind)) {
            return Optional.of(Problem.of("amendments.offer.grantee"));
        }
        return Optional.ofNullable(switch (kind) {
            case TIME -> time(now);
            case BUDGET -> now.policy().shiftsBudget()
                    ? null
                    : Problem.of("amendments.offer.noLimits").under("BR-10");
            case ACTIVITY_MOVE, ACTIVITY_CANCEL -> now.ahead().isEmpty() ? Problem.of("amendments.offer.nothingAhead") : null;
            case PARTNER -> now.definition().centres().isEmpty() ? Problem.of("amendments.offer.noCentres") : null;
            case BANK -> bank(now, actor);
            case TRANCHES -> now.notAskedFor().size() < 2 ? Problem.of("amendments.offer.noTranches").under("BR-02") : null;
            case DUE_DAYS -> now.reports().stream().allMatch(report -> report.firstSubmittedOn() != null)
                    ? Problem.of("amendments.offer.nothingDue")
                    : null;
            case SUSPENSION -> now.suspended() ? Problem.of("amendments.offer.suspended") : null;
            case RESUMPTION -> now.suspended() ? null : Problem.of("amendments.offer.notSuspended");
            case TARGET -> now.measurements().isEmpty() ? Problem.of("amendments.offer.noIndicators") : null;
            case ACTIVITY_ADD, SCOPE, PEOPLE, TERMINATION -> null;
        });
    }

    /** Why nothing of that kind is changed any more. */
    private static Optional<Problem> closed(AmendmentKind kind, Situation now) {
        Grant grant = now.grant();
        if (grant.state() != GrantState.EFFECTIVE && grant.state() != GrantState.SUSPENDED) {
            return Optional.of(Problem.of("amendments.offer.notRunning", grant.state()).under("BR-35"));
        }
        boolean over = now.today().isAfter(grant.endsOn());
        if (over && !(now.suspended() && AFTER_END.contains(kind))) {
            return Optional.of(Problem.of("amendments.offer.over", grant.endsOn()).under("BR-35"));
        }
        return now.policy() == null ? Optional.of(Problem.of("amendments.offer.noPolicy")) : Optional.empty();
    }

    private static Problem time(Situation now) {
        if (!now.reportsOwed().isEmpty()) {
            return Problem.of("amendments.offer.reportsOwed", now.reportsOwed()).under("BR-34");
        }
        return now.policy().longestExtension(now.first().durationMonths()) < 1
                ? Problem.of("amendments.offer.tooShort").under("BR-34")
                : null;
    }

    private static Problem bank(Situation now, Actor actor) {
        if (now.organisation().bankAccount() == null) {
            return Problem.of("amendments.offer.noAccount");
        }
        return actor.holds(Role.GL, now.grant().scope()) ? null : Problem.of("amendments.offer.leadOnly").under("SD8");
    }

    /** What stands against the parts together, as things are now; for whoever asks or decides. */
    List<Problem> against(Situation now, List<Part> parts, String reason) {
        List<Problem> problems = new ArrayList<>();
        if (parts.isEmpty()) {
            return List.of(Problem.of("amendments.problem.empty"));
        }
        Set<AmendmentKind> kinds = EnumSet.noneOf(AmendmentKind.class);
        Set<Object> named = new HashSet<>();
        for (Part part : parts) {
            closed(part.kind(), now).ifPresent(problems::add);
            if (!kinds.add(part.kind()) && SINGLE.contains(part.kind())) {
                problems.add(Problem.of("amendments.problem.twice", part.kind()));
            }
            Object name = nameOf(part);
            if (name != null && !named.add(name)) {
                problems.add(Problem.of("amendments.problem.sameTwice", part.kind()));
            }
        }
        if (kinds.contains(AmendmentKind.TERMINATION) && parts.size() > 1) {
            problems.add(Problem.of("amendments.problem.terminationAlone").under("BR-36"));
        }
        if (!problems.isEmpty()) {
            return problems.stream().distinct().toList();
        }
        Amended after = Amended.of(now, parts);
        for (Part part : parts) {
            problems.addAll(against(now, after, part, reason));
        }
        if (kinds.contains(AmendmentKind.BUDGET)) {
            budget(now, after, parts, problems);
        }
        return problems.stream().distinct().toList();
    }

    private static Object nameOf(Part part) {
        if (part instanceof Part.PlanMove move) {
            return move.occurrenceId();
        }
        if (part instanceof Part.PlanCancel cancel) {
            return cancel.occurrenceId();
        }
        if (part instanceof Part.Target target) {
            return target.indicatorId();
        }
        return part instanceof Part.Term term ? term.about() + ":" + term.subject() : null;
    }

    private List<Problem> against(Situation now, Amended after, Part part, String reason) {
        List<Problem> problems = new ArrayList<>();
        if (part instanceof Part.Time time) {
            time(now, time, problems);
        } else if (part instanceof Part.Shift shift) {
            shift(now, shift, problems);
        } else if (part instanceof Part.Target target) {
            problems.addAll(targets.against(now.grant(), proposal(now, target, "–", reason)));
        } else if (part instanceof Part.PlanMove move) {
            ahead(now, move.occurrenceId(), problems);
            months(now, after, move.firstMonth(), move.lastMonth(), problems);
            now.occurrence(move.occurrenceId())
                    .filter(occurrence -> Integer.valueOf(occurrence.firstMonth()).equals(move.firstMonth())
                            && Integer.valueOf(occurrence.lastMonth()).equals(move.lastMonth()))
                    .ifPresent(same -> problems.add(Problem.at("firstMonth", "amendments.problem.unchanged")));
        } else if (part instanceof Part.PlanAdd add) {
            if (now.definition().activity(add.activityCode()).isEmpty()) {
                problems.add(Problem.at("activityCode", "amendments.problem.choose"));
            }
            months(now, after, add.firstMonth(), add.lastMonth(), problems);
        } else if (part instanceof Part.PlanCancel cancel) {
            cancel(now, cancel, problems);
        } else if (part instanceof Part.Tranches asked) {
            problems.addAll(TrancheRules.against(now, after, asked));
        } else if (part instanceof Part.DueDays due) {
            dueDays(now, due, problems);
        } else if (part instanceof Part.Term term) {
            term(now, term, problems);
        } else if (part instanceof Part.People people) {
            people(now, people, problems);
        } else if (part instanceof Part.Bank bank) {
            problems.addAll(accountsOfBanks.against(
                    new NewBankAccount(bank.bankName(), bank.accountNumber(), bank.accountName())));
            if (problems.isEmpty() && now.organisation().bankAccount() != null && accountsOfBanks.sameNumber(
                    bank.accountNumber(), now.organisation().bankAccount().accountNumber())) {
                problems.add(Problem.at("accountNumber", "amendments.problem.sameAccount"));
            }
        } else if (part instanceof Part.Suspension && now.suspended()) {
            problems.add(Problem.of("amendments.offer.suspended"));
        } else if (part instanceof Part.Resumption && !now.suspended()) {
            problems.add(Problem.of("amendments.offer.notSuspended"));
        } else if (part instanceof Part.Termination termination && termination.reason() == null) {
            problems.add(Problem.at("terminationReason", "amendments.problem.choose").under("BR-36"));
        }
        return problems;
    }

    private static void time(Situation now, Part.Time time, List<Problem> problems) {
        int longest = now.policy().longestExtension(now.first().durationMonths());
        if (time.months() == null || time.months() < 1 || time.months() > longest) {
            problems.add(Problem.at("months", "amendments.problem.months", longest).under("BR-34"));
        }
        if (!now.reportsOwed().isEmpty()) {
            problems.add(Problem.of("amendments.offer.reportsOwed", now.reportsOwed()).under("BR-34"));
        }
    }

    private static void shift(Situation now, Part.Shift shift, List<Problem> problems) {
        Set<String> heads = new HashSet<>();
        now.definition().costHeads().forEach(head -> heads.add(head.code()));
        if (now.definition().activity(shift.fromActivity()).isEmpty() || !heads.contains(shift.fromHead())) {
            problems.add(Problem.at("from", "amendments.problem.choose"));
        }
        if (now.definition().activity(shift.toActivity()).isEmpty()) {
            problems.add(Problem.at("toActivity", "amendments.problem.choose"));
        }
        if (!heads.contains(shift.toHead())) {
            problems.add(Problem.at("toHead", "amendments.problem.choose"));
        }
        if (shift.amount() == null || !shift.amount().isPositive()) {
            problems.add(Problem.at("amount", "amendments.problem.amount"));
        }
        if (problems.isEmpty() && shift.fromActivity().equals(shift.toActivity())
                && shift.fromHead().equals(shift.toHead())) {
            problems.add(Problem.at("toHead", "amendments.problem.sameCell"));
        }
    }

    /** No cell gives more than it has left: what is spent or planned stays covered. */
    private static void budget(Situation now, Amended after, List<Part> parts, List<Problem> problems) {
        Set<String> activities = new HashSet<>();
        for (Part part : parts) {
            if (!(part instanceof Part.Shift shift) || shift.fromActivity() == null || shift.fromHead() == null) {
                continue;
            }
            Money left = Situation.cell(after.budget(), shift.fromActivity(), shift.fromHead());
            Money spent = now.spent(shift.fromActivity(), shift.fromHead());
            if (left.compareTo(spent) < 0) {
                problems.add(Problem.at("amount", "amendments.problem.cellSpent", shift.fromActivity(),
                        Situation.cell(now.current().budget(), shift.fromActivity(), shift.fromHead()).minus(spent))
                        .under("BR-10"));
            }
            activities.add(shift.fromActivity());
        }
        for (String code : activities) {
            Money spokenFor = now.spokenFor(code);
            Money remains = Situation.activity(after.budget(), code);
            if (remains.compareTo(spokenFor) < 0) {
                problems.add(Problem.at("amount", "amendments.problem.activitySpokenFor", code, spokenFor).under("BR-01"));
            }
        }
        Money sum = Money.sum(after.budget().stream().map(BudgetLine::amount).toList());
        if (!sum.equals(now.grant().amount())) {
            problems.add(Problem.of("amendments.problem.sum", sum, now.grant().amount()).under("BR-01"));
        }
    }

    private static void ahead(Situation now, String occurrenceId, List<Problem> problems) {
        if (now.ahead().stream().noneMatch(occurrence -> occurrence.id().equals(occurrenceId))) {
            problems.add(Problem.at("occurrenceId", "amendments.problem.notAhead"));
        }
    }

    private static void months(
            Situation now, Amended after, Integer first, Integer last, List<Problem> problems) {
        if (first == null || last == null || first < 1 || last < first || last > after.months()) {
            problems.add(Problem.at("firstMonth", "amendments.problem.monthsOfPlan", after.months()).under("BR-41"));
        } else if (now.grant().months().month(last).to().isBefore(now.today())) {
            problems.add(Problem.at("lastMonth", "amendments.problem.past"));
        }
    }

    private static void cancel(Situation now, Part.PlanCancel cancel, List<Problem> problems) {
        ahead(now, cancel.occurrenceId(), problems);
        text(cancel.targetImpact(), "targetImpact", LONGEST_TEXT, problems);
        if (cancel.released() == null) {
            return;
        }
        String code = now.occurrence(cancel.occurrenceId()).map(Occurrence::activityCode).orElse(null);
        if (code == null) {
            return;
        }
        Money cell = Situation.cell(now.current().budget(), code, cancel.releasedHead())
                .minus(now.spent(code, cancel.releasedHead()));
        Money own = now.occurrence(cancel.occurrenceId()).map(Occurrence::plannedBudget).orElse(null);
        Money free = Situation.activity(now.current().budget(), code)
                .minus(now.spokenFor(code))
                .minus(now.pooled(code))
                .plus(own == null ? Money.ZERO : own);
        if (!cancel.released().isPositive() || cancel.released().compareTo(cell.min(free)) > 0) {
            problems.add(Problem.at("released", "amendments.problem.released", cell.min(free).max(Money.ZERO)).under("BR-01"));
        }
    }

    private static void dueDays(Situation now, Part.DueDays due, List<Problem> problems) {
        if (due.days() == null || due.days() < 1 || due.days() > MOST_DUE_DAYS) {
            problems.add(Problem.at("days", "amendments.problem.dueDays", MOST_DUE_DAYS).under("BR-13"));
        }
        if (due.from() == null || due.to() == null || due.to().isBefore(due.from())) {
            problems.add(Problem.at("dueTo", "amendments.problem.span"));
        } else if (now.dueBetween(due.from(), due.to()).isEmpty()) {
            problems.add(Problem.at("dueFrom", "amendments.problem.noReportDue", due.from(), due.to()));
        }
    }

    private static void term(Situation now, Part.Term term, List<Problem> problems) {
        if (term.about() == AgreementTerm.Kind.PARTNER && now.definition().centre(term.subject()).isEmpty()) {
            problems.add(Problem.at("subject", "amendments.problem.choose"));
        }
        text(term.subject(), "subject", LONGEST_SUBJECT, problems);
        text(term.body(), "body", LONGEST_TEXT, problems);
    }

    private void people(Situation now, Part.People people, List<Problem> problems) {
        if (people.role() == null || !POSTS.contains(people.role())) {
            problems.add(Problem.at("role", "amendments.problem.choose"));
            return;
        }
        if (people.leavingId() == null && people.joining() == null) {
            problems.add(Problem.at("joining", "amendments.problem.nobody"));
        }
        boolean holds = people.leavingId() == null || accounts.holders(people.role(), now.grant().scope()).stream()
                .anyMatch(holder -> holder.accountId().equals(people.leavingId()));
        if (!holds) {
            problems.add(Problem.at("leavingId", "amendments.problem.notHolder"));
        }
        if (people.joining() != null) {
            accounts.actorByUsername(people.joining()).ifPresentOrElse(
                    person -> posts.against(person.accountId(), postOf(now, people)).stream()
                            .map(problem -> new Problem("joining", problem.messageKey(), problem.args(), problem.rule()))
                            .forEach(problems::add),
                    () -> problems.add(Problem.at("joining", "amendments.problem.noPerson", people.joining())));
        } else if (accounts.holders(people.role(), now.grant().scope()).size() < 2) {
            problems.add(Problem.at("joining", "amendments.problem.lastOne"));
        }
    }

    static Post postOf(Situation now, Part.People people) {
        return new Post(people.role(), ScopeKind.GRANT, now.grant().id(), now.today(), null);
    }

    /** A change of a target with what it leaves open as it holds now: a form without a baseline does not take it away. */
    static Part.Target whole(Situation now, Part.Target target) {
        return now.measurement(target.indicatorId())
                .map(at -> new Part.Target(target.indicatorId(),
                        target.baseline() == null ? at.baseline() : target.baseline(),
                        target.target() == null ? at.target() : target.target()))
                .orElse(target);
    }

    static Proposal proposal(Situation now, Part.Target part, String amendment, String reason) {
        Part.Target target = whole(now, part);
        String why = reason == null || reason.isBlank() ? "–" : reason.strip();
        return new Proposal(target.indicatorId(), target.baseline(), target.target(), now.today(), amendment,
                why.substring(0, Math.min(why.length(), LONGEST_TARGET_REASON)));
    }

    private static void text(String text, String field, int longest, List<Problem> problems) {
        if (text == null || text.isBlank()) {
            problems.add(Problem.at(field, "amendments.problem.required"));
        } else if (text.length() > longest) {
            problems.add(Problem.at(field, "amendments.problem.tooLong", longest));
        }
    }
}
