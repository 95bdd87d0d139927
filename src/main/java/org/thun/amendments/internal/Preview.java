package org.thun.amendments.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.thun.activities.Occurrence;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.Part;
import org.thun.amendments.internal.Weighing.Head;
import org.thun.disbursement.Tranche;
import org.thun.grants.AgreementChanges.Respread;
import org.thun.grants.AgreedTranche;
import org.thun.grants.AgreementTerm;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.indicators.Measurement;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.GrantPeriod;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.PlannedOccurrence;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReportState;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Check;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;

/** What an amendment would do, before and after: the same sheet for whoever drafts and whoever decides. */
@Component
class Preview {

    /** Title of the section that says who decides. */
    static final String CLASS = "amendments.effect.class";

    private static final String BEFORE = "amendments.before";
    private static final String AFTER = "amendments.after";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Weighing weighing;
    private final Accounts accounts;
    private final Workload workload;

    Preview(Weighing weighing, Accounts accounts, Workload workload) {
        this.weighing = weighing;
        this.workload = workload;
        this.accounts = accounts;
    }

    FactSheet of(Situation now, List<Part> parts, boolean late) {
        Amended after = Amended.of(now, parts);
        boolean ends = has(parts, AmendmentKind.TERMINATION);
        List<Section> sections = new ArrayList<>();
        sections.add(weight(now, parts));
        if (!after.endsOn().equals(now.current().endsOn())) {
            sections.add(term(now, after));
        }
        if (!after.endsOn().equals(now.current().endsOn()) || has(parts, AmendmentKind.DUE_DAYS)) {
            add(sections, "amendments.effect.periods", periods(now, parts, after, ends),
                    "amendments.period", "amendments.daysBefore", "amendments.daysAfter", "amendments.dueBefore",
                    "amendments.dueAfter");
        }
        add(sections, "amendments.effect.plan", plan(now, parts, after, ends), "amendments.activity",
                "amendments.monthsBefore", "amendments.monthsAfter");
        add(sections, "amendments.effect.workload", workload(now, parts, after, ends), "amendments.who",
                "amendments.inMonth", BEFORE, AFTER);
        if (has(parts, AmendmentKind.BUDGET)) {
            heads(now, parts, sections);
            add(sections, "amendments.effect.cells", cells(now, after), "amendments.activity", "amendments.head", BEFORE,
                    AFTER);
        }
        add(sections, "amendments.effect.pool", pool(now, parts), "amendments.activity", "amendments.head",
                "amendments.released");
        targets(now, parts, after, sections);
        add(sections, "amendments.effect.tranchePlan", tranchePlan(now, after), "amendments.tranche",
                "amendments.shareBefore", "amendments.shareAfter", "amendments.amountBefore", "amendments.amountAfter",
                "amendments.opensBefore", "amendments.opensAfter");
        add(sections, "amendments.effect.tranches", tranches(now, after, ends, parts), "amendments.tranche",
                "amendments.amount", BEFORE, AFTER);
        add(sections, "amendments.effect.people", people(now, parts), "amendments.post", BEFORE, AFTER);
        words(now, parts, sections);
        List<Check> notes = notes(now, parts, after, late);
        if (!notes.isEmpty()) {
            sections.add(Section.checks("amendments.effect.notes", notes));
        }
        return new FactSheet(sections);
    }

    private Section weight(Situation now, List<Part> parts) {
        AmendmentClass weight = weighing.of(now, parts);
        return Section.facts(CLASS, Fact.of("amendments.class", weight),
                Fact.of("amendments.decidedBy", weight == null
                        ? null
                        : word("amendments.decidedBy." + weight)));
    }

    private static Section term(Situation now, Amended after) {
        return Section.table("amendments.effect.term", new Table(
                List.of("amendments.what", BEFORE, AFTER),
                List.of(
                        Table.row(word("amendments.months"), now.current().durationMonths(), after.months()),
                        Table.row(word("amendments.endsOn"), now.current().endsOn(), after.endsOn()),
                        Table.row(word("amendments.originalEnd"), now.first().endsOn(), now.first().endsOn()))));
    }

    private static List<List<Object>> periods(Situation now, List<Part> parts, Amended after, boolean ends) {
        List<List<Object>> rows = new ArrayList<>();
        List<GrantPeriod> planned = calendar(now, after.months()).periods();
        int dueDays = now.definition().reporting().dueDaysAfterPeriod();
        for (GrantPeriod period : planned) {
            PeriodReport report = report(now, period.no()).orElse(null);
            DateRange before = report == null ? null : report.days();
            LocalDate dueBefore = report == null ? null : report.dueOn();
            DateRange then = before;
            LocalDate dueThen = dueBefore;
            if (report == null || report.state() == PeriodReportState.NOT_DUE) {
                then = daysOf(period, period.no() == planned.size(), after, ends);
                // Days put off by an earlier amendment stay added.
                long putOff = report == null || ends
                        ? 0
                        : ChronoUnit.DAYS.between(report.days().to().plusDays(dueDays), report.dueOn());
                dueThen = then == null ? null : then.to().plusDays(dueDays + putOff);
            }
            if (dueThen != null && report != null) {
                dueThen = dueThen.plusDays(putOff(now, parts, report));
            }
            if (!Objects.equals(before, then) || !Objects.equals(dueBefore, dueThen)) {
                rows.add(Table.row(period.no(), before, then, dueBefore, dueThen));
            }
        }
        return rows;
    }

    /** The days of a period that has not begun to be reported, or {@code null} if it falls away. */
    private static DateRange daysOf(GrantPeriod period, boolean last, Amended after, boolean ends) {
        LocalDate from = period.days().from();
        LocalDate end = after.endsOn();
        if (ends && from.isAfter(end)) {
            return null;
        }
        boolean ownEnd = last ? end.isBefore(from) : !ends || !period.days().to().isAfter(end);
        return ownEnd ? period.days() : new DateRange(from, end);
    }

    private static long putOff(Situation now, List<Part> parts, PeriodReport report) {
        return parts.stream()
                .filter(part -> part instanceof Part.DueDays due && due.days() != null && due.from() != null
                        && due.to() != null && now.dueBetween(due.from(), due.to()).contains(report))
                .mapToInt(part -> ((Part.DueDays) part).days())
                .sum();
    }

    private List<List<Object>> plan(Situation now, List<Part> parts, Amended after, boolean ends) {
        List<List<Object>> rows = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.PlanMove move && move.firstMonth() != null && move.lastMonth() != null) {
                now.occurrence(move.occurrenceId()).ifPresent(occurrence -> rows.add(Table.row(
                        nameOf(now, occurrence), months(occurrence.firstMonth(), occurrence.lastMonth()),
                        months(move.firstMonth(), move.lastMonth()))));
            } else if (part instanceof Part.PlanAdd add && add.firstMonth() != null && add.lastMonth() != null) {
                rows.add(Table.row(activity(now, add.activityCode()), null, months(add.firstMonth(), add.lastMonth())));
            } else if (part instanceof Part.PlanCancel cancel) {
                now.occurrence(cancel.occurrenceId()).ifPresent(occurrence -> rows.add(Table.row(
                        nameOf(now, occurrence), months(occurrence.firstMonth(), occurrence.lastMonth()),
                        word("amendments.cancelled"))));
            }
        }
        if (ends) {
            now.ahead().forEach(occurrence -> rows.add(Table.row(nameOf(now, occurrence),
                    months(occurrence.firstMonth(), occurrence.lastMonth()), word("amendments.cancelled"))));
        } else if (after.months() > now.current().durationMonths()) {
            lengthened(now, after, rows);
        }
        return rows;
    }

    /** Activities in a month above the programme's limit, where the change makes them more. */
    private List<List<Object>> workload(Situation now, List<Part> parts, Amended after, boolean ends) {
        return ends || now.policy() == null
                ? List.of()
                : workload.of(now, parts, after).stream()
                        .map(one -> Table.row(one.who(), months(one.month(), one.month()), one.before(), one.after()))
                        .toList();
    }

    /** What the schedule plans for the new months, as the plan's room lays it out. */
    private static void lengthened(Situation now, Amended after, List<List<Object>> rows) {
        for (PlannedOccurrence planned : calendar(now, after.months()).occurrences()) {
            Optional<Occurrence> same = now.occurrences().stream()
                    .filter(known -> known.activityCode().equals(planned.activity()) && known.mark() == planned.mark()
                            && known.firstMonth() == planned.firstMonth())
                    .findFirst();
            if (same.isPresent() && same.get().lastMonth() < planned.lastMonth() && !same.get().state().settled()) {
                rows.add(Table.row(nameOf(now, same.get()), months(same.get().firstMonth(), same.get().lastMonth()),
                        months(planned.firstMonth(), planned.lastMonth())));
            } else if (planned.firstMonth() > now.current().durationMonths()) {
                rows.add(Table.row(activity(now, planned.activity()), null,
                        months(planned.firstMonth(), planned.lastMonth())));
            }
        }
    }

    private void heads(Situation now, List<Part> parts, List<Section> sections) {
        List<List<Object>> rows = new ArrayList<>();
        for (Head head : weighing.heads(now, parts)) {
            rows.add(Table.row(head(now, head.code()), head.before(), head.after(), head.after().minus(head.before()),
                    head.weight() == null ? null : head.percent(), head.weight()));
        }
        sections.add(Section.table("amendments.effect.heads", new Table(
                List.of("amendments.head", BEFORE, AFTER, "amendments.difference", "amendments.percentOfHead",
                        "amendments.class"), rows)));
    }

    private static List<List<Object>> cells(Situation now, Amended after) {
        return Differences.cells(now.current().budget(), after.budget()).stream()
                .map(cell -> Table.row(activity(now, cell.activityCode()), head(now, cell.costHead()), cell.before(),
                        cell.after()))
                .toList();
    }

    private static List<List<Object>> pool(Situation now, List<Part> parts) {
        List<List<Object>> rows = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.PlanCancel cancel && cancel.released() != null) {
                now.occurrence(cancel.occurrenceId()).ifPresent(occurrence -> rows.add(Table.row(
                        activity(now, occurrence.activityCode()), head(now, cancel.releasedHead()), cancel.released())));
            }
        }
        return rows;
    }

    private static void targets(Situation now, List<Part> parts, Amended after, List<Section> sections) {
        List<List<Object>> rows = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Target asked) {
                Part.Target target = PartRules.whole(now, asked);
                now.measurement(target.indicatorId()).ifPresent(at -> rows.add(Table.row(
                        at.indicator().title(), at.baseline(), target.baseline(), at.target(), target.target(),
                        percent(at.actual(), at.target()), percent(at.actual(), target.target()))));
            }
        }
        add(sections, "amendments.effect.targets", rows, "amendments.indicator", "amendments.baselineBefore",
                "amendments.baselineAfter", "amendments.targetBefore", "amendments.targetAfter",
                "amendments.percentBefore", "amendments.percentAfter");
        if (after.respread()) {
            add(sections, "amendments.effect.phases", phases(now, after), "amendments.indicator", "amendments.day", BEFORE,
                    AFTER);
        }
    }

    /** What should be reached at the end of each period still to come, with the phases as they are and spread anew. */
    private static List<List<Object>> phases(Situation now, Amended after) {
        List<List<Object>> rows = new ArrayList<>();
        GrantCalendar calendar = calendar(now, after.months());
        Respread respread = new Respread(now.today(), now.first().durationMonths(), after.months());
        for (Measurement at : now.measurements()) {
            if (at.baseline() == null || at.target() == null) {
                continue;
            }
            List<PhasePoint> stated = now.definition().phasesOf(at.indicator());
            List<PhasePoint> spread = stated.stream()
                    .map(point -> new PhasePoint(respread.month(point.month()), point.percent()))
                    .toList();
            for (PhasePoint point : stated) {
                LocalDate day = calendar.month(Math.min(point.month(), after.months())).to();
                if (day.isAfter(now.today())) {
                    rows.add(Table.row(at.indicator().title(), day,
                            calendar.phasedTarget(stated, at.baseline(), at.target(), day),
                            calendar.phasedTarget(spread, at.baseline(), at.target(), day)));
                }
            }
        }
        return rows;
    }

    private static List<List<Object>> tranches(Situation now, Amended after, boolean ends, List<Part> parts) {
        List<List<Object>> rows = new ArrayList<>();
        boolean stops = ends || has(parts, AmendmentKind.SUSPENSION);
        boolean moves = !after.endsOn().equals(now.current().endsOn());
        List<GrantPeriod> planned = calendar(now, after.months()).periods();
        for (Tranche tranche : now.tranches()) {
            if (tranche.state().isPaid() || tranche.state().isSettled()) {
                continue;
            }
            LocalDate before = opens(now, tranche);
            if (stops) {
                rows.add(Table.row(tranche.no(), tranche.agreed(), before,
                        word(ends ? "amendments.tranche.stopped" : "amendments.tranche.halted")));
            } else if (moves) {
                boolean last = tranche.atCloseOut()
                        || tranche.afterPeriod() != null && tranche.afterPeriod() == planned.size();
                LocalDate then = last && before != null ? after.endsOn() : before;
                if (!Objects.equals(before, then)) {
                    rows.add(Table.row(tranche.no(), tranche.agreed(), before, then));
                }
            }
        }
        return rows;
    }

    /** The whole plan of the tranches where any of them differs, with its sum. */
    private static List<List<Object>> tranchePlan(Situation now, Amended after) {
        List<List<Object>> rows = new ArrayList<>();
        List<AgreedTranche> before = now.current().tranches();
        if (Differences.tranches(before, after.tranches()).isEmpty()) {
            return rows;
        }
        for (AgreedTranche is : after.tranches()) {
            AgreedTranche was = before.stream().filter(tranche -> tranche.no() == is.no()).findFirst().orElseThrow();
            rows.add(Table.row(is.no(), was.sharePercent(), is.sharePercent(), was.amount(), is.amount(), release(was),
                    release(is)));
        }
        rows.add(Table.row(word("amendments.sum"), null,
                after.tranches().stream().map(AgreedTranche::sharePercent).reduce(BigDecimal.ZERO, BigDecimal::add), null,
                Money.sum(after.tranches().stream().map(AgreedTranche::amount).toList()), null, null));
        return rows;
    }

    static Problem release(AgreedTranche tranche) {
        return switch (tranche.release()) {
            case AT_START -> word("amendments.opens.start");
            case AFTER_PERIOD -> Problem.of("amendments.opens.period", tranche.afterPeriod());
            case AT_CLOSE_OUT -> word("amendments.opens.closeOut");
        };
    }

    /** The day from which a tranche can be asked for at the earliest; {@code null} once it has been opened. */
    private static LocalDate opens(Situation now, Tranche tranche) {
        if (tranche.atCloseOut()) {
            return now.current().endsOn();
        }
        return tranche.afterPeriod() == null
                ? null
                : report(now, tranche.afterPeriod()).map(report -> report.days().to()).orElse(null);
    }

    private List<List<Object>> people(Situation now, List<Part> parts) {
        List<List<Object>> rows = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.People people && people.role() != null) {
                rows.add(Table.row(
                        word(people.role().messageKey()),
                        people.leavingId() == null ? null : accounts.nameOf(people.leavingId()).orElse(null),
                        people.joining() == null
                                ? null
                                : accounts.actorByUsername(people.joining()).map(Actor::name).orElse(null)));
            }
        }
        return rows;
    }

    private static void words(Situation now, List<Part> parts, List<Section> sections) {
        for (Part part : parts) {
            if (part instanceof Part.Term term) {
                String before = now.current().terms().stream()
                        .filter(known -> known.kind() == term.about() && known.subject().equals(term.subject()))
                        .map(AgreementTerm::body)
                        .findFirst()
                        .orElse(null);
                Object subject = term.about() == AgreementTerm.Kind.PARTNER
                        ? now.definition().centre(term.subject()).map(CentreDefinition::name).orElse(null)
                        : term.subject();
                sections.add(Section.facts("amendments.effect.term." + term.about(),
                        Fact.of("amendments.subject." + term.about(), subject),
                        Fact.of(BEFORE, before), Fact.of(AFTER, term.body())));
            } else if (part instanceof Part.Bank bank) {
                sections.add(Section.facts("amendments.effect.bank",
                        Fact.of(BEFORE, now.organisation().bankAccount() == null
                                ? null
                                : now.organisation().bankAccount().bankName() + " "
                                        + now.organisation().bankAccount().maskedNumber()),
                        Fact.of(AFTER, bank.bankName() + " " + masked(bank.accountNumber())),
                        Fact.of("amendments.accountName", bank.accountName())));
            } else if (part instanceof Part.Termination termination) {
                sections.add(Section.facts("amendments.effect.termination",
                        Fact.of("amendments.terminationReason", termination.reason()),
                        Fact.of("amendments.statementDueOn",
                                now.today().plusDays(now.policy().terminationStatementDays()))));
            }
        }
    }

    private static List<Check> notes(Situation now, List<Part> parts, Amended after, boolean late) {
        List<Check> notes = new ArrayList<>();
        if (has(parts, AmendmentKind.TIME)) {
            notes.add(new Check("BR-34", "amendments.note.inTime", List.of(now.policy().extensionAskDays()), !late,
                    "amendments.note.inTime.late"));
            notes.add(new Check("BR-34", "amendments.note.first", List.of(),
                    now.extensions() < now.policy().extensionsWithoutBoard(), "amendments.note.first.board"));
            now.occurrences().stream()
                    .filter(occurrence -> now.definition().isInstituteFee(occurrence.activityCode())
                            && !occurrence.state().settled())
                    .forEach(fee -> notes.add(new Check("BR-49", "amendments.note.fee", List.of(fee.lastMonth()),
                            fee.lastMonth() == after.months(), "amendments.note.fee.early")));
        }
        if (has(parts, AmendmentKind.BANK)) {
            notes.add(new Check("SD8", "amendments.note.pause", List.of(now.policy().bankPauseDays()), true, null));
        }
        for (Part part : parts) {
            if (part instanceof Part.PlanCancel cancel) {
                notes.add(new Check(null, "amendments.note.impact", List.of(String.valueOf(cancel.targetImpact())), true, null));
            } else if (part instanceof Part.People people && people.leavingId() != null) {
                notes.add(new Check(null, "amendments.note.tasks", List.of(), true, null));
            } else if (part instanceof Part.Resumption resumption) {
                notes.add(new Check(null, resumption.addDays() ? "amendments.note.daysAdded" : "amendments.note.daysLost",
                        List.of(now.stoodStill()), true, null));
            }
        }
        return notes;
    }

    private static void add(List<Section> sections, String title, List<List<Object>> rows, String... columns) {
        if (!rows.isEmpty()) {
            sections.add(Section.table(title, new Table(List.of(columns), rows)));
        }
    }

    private static boolean has(List<Part> parts, AmendmentKind kind) {
        return parts.stream().anyMatch(part -> part.kind() == kind);
    }

    private static Optional<PeriodReport> report(Situation now, int no) {
        return now.reports().stream().filter(report -> report.no() == no).findFirst();
    }

    private static GrantCalendar calendar(Situation now, int months) {
        return new GrantCalendar(now.definition(), now.grant().effectiveFrom(), months);
    }

    /** A text of the bundle as a value: problems are what pages write out by key. */
    private static Problem word(String key) {
        return Problem.of(key);
    }

    static Problem months(Integer first, Integer last) {
        return first.equals(last)
                ? Problem.of("amendments.month", first)
                : Problem.of("amendments.monthsFromTo", first, last);
    }

    static LocalizedText activity(Situation now, String code) {
        return now.definition().activity(code)
                .map(activity -> new LocalizedText(code + " " + activity.title().th(),
                        activity.title().en() == null ? null : code + " " + activity.title().en()))
                .orElseGet(() -> new LocalizedText(code, null));
    }

    static LocalizedText nameOf(Situation now, Occurrence occurrence) {
        LocalizedText activity = activity(now, occurrence.activityCode());
        String no = " (" + occurrence.no() + ")";
        return new LocalizedText(activity.th() + no, activity.en() == null ? null : activity.en() + no);
    }

    static LocalizedText head(Situation now, String code) {
        return now.definition().costHeads().stream()
                .filter(head -> head.code().equals(code))
                .map(head -> head.text())
                .findFirst()
                .orElseGet(() -> new LocalizedText(String.valueOf(code), null));
    }

    static String masked(String number) {
        int hidden = Math.max(0, number.length() - 4);
        return "•".repeat(hidden) + number.substring(hidden);
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0
                ? null
                : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.DOWN);
    }
}
