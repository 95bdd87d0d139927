package org.thun.amendments.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.Part;
import org.thun.amendments.TerminationReason;
import org.thun.grants.AgreementTerm;
import org.thun.identity.Role;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;
import org.thun.shared.ThaiDigits;

/** What was typed into the form for a part, of whatever kind; only the fields of its kind are read. */
record PartForm(
        String type,
        String months,
        String respread,
        String from,
        String toActivity,
        String toHead,
        String amount,
        String newEquipment,
        String indicatorId,
        String baseline,
        String target,
        String occurrenceId,
        String activityCode,
        String firstMonth,
        String lastMonth,
        String targetImpact,
        String releasedHead,
        String released,
        String subject,
        String body,
        String role,
        String leavingId,
        String joining,
        String bankName,
        String accountNumber,
        String accountName,
        String addDays,
        String terminationReason,
        String dueFrom,
        String dueTo,
        String days,
        List<TrancheForm> tranches) {

    /** A tranche as it was typed: an amount, or a share with a percent sign. */
    record TrancheForm(String no, String size, String period) {}

    /** Activity and cost head of a cell of the budget stand in one field. */
    static final String CELL = "/";

    static PartForm ofKind(AmendmentKind kind) {
        return new PartForm(kind.name(), null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    /** The tranches that can change, beginning with what holds now. */
    static PartForm ofTranches(List<TrancheForm> tranches) {
        return new PartForm(AmendmentKind.TRANCHES.name(), null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, tranches);
    }

    /** A move of an occurrence, as the plan asks for it. */
    static PartForm ofMove(String occurrenceId, int firstMonth, int lastMonth) {
        return new PartForm(AmendmentKind.ACTIVITY_MOVE.name(), null, null, null, null, null, null, null, null, null, null,
                occurrenceId, null, Integer.toString(firstMonth), Integer.toString(lastMonth), null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** A target, beginning with what holds now. */
    static PartForm ofTarget(String indicatorId, BigDecimal baseline, BigDecimal target) {
        return new PartForm(AmendmentKind.TARGET.name(), null, null, null, null, null, null, null, indicatorId,
                baseline == null ? "" : baseline.toPlainString(), target == null ? "" : target.toPlainString(), null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    /** The kind asked for; {@code ACTIVITY} is how the plan calls a move. Empty for anything unknown. */
    static Optional<AmendmentKind> kindOf(String type) {
        if (type == null || type.isBlank()) {
            return Optional.empty();
        }
        String name = type.strip().toUpperCase(Locale.ROOT);
        return name.equals("ACTIVITY")
                ? Optional.of(AmendmentKind.ACTIVITY_MOVE)
                : Arrays.stream(AmendmentKind.values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    Outcome<Part> read(AmendmentKind kind) {
        List<Problem> problems = new ArrayList<>();
        Part part = switch (kind) {
            case TIME -> new Part.Time(integer(months, "months", problems), isOn(respread));
            case BUDGET -> new Part.Shift(cell(from, 0), cell(from, 1), blankToNull(toActivity), blankToNull(toHead),
                    money(amount, "amount", problems), isOn(newEquipment));
            case TARGET -> new Part.Target(blankToNull(indicatorId), number(baseline, "baseline", problems),
                    number(target, "target", problems));
            case ACTIVITY_MOVE -> new Part.PlanMove(blankToNull(occurrenceId),
                    integer(firstMonth, "firstMonth", problems), integer(lastMonth, "lastMonth", problems));
            case ACTIVITY_ADD -> new Part.PlanAdd(blankToNull(activityCode),
                    integer(firstMonth, "firstMonth", problems), integer(lastMonth, "lastMonth", problems));
            case ACTIVITY_CANCEL -> new Part.PlanCancel(blankToNull(occurrenceId), blankToNull(targetImpact),
                    blankToNull(releasedHead), money(released, "released", problems));
            case SCOPE -> new Part.Term(AgreementTerm.Kind.SCOPE, blankToNull(subject), blankToNull(body));
            case PARTNER -> new Part.Term(AgreementTerm.Kind.PARTNER, blankToNull(subject), blankToNull(body));
            case PEOPLE -> new Part.People(choice(role, Role.class), blankToNull(leavingId), blankToNull(joining));
            case BANK -> new Part.Bank(text(bankName), text(accountNumber), text(accountName));
            case TRANCHES -> new Part.Tranches((tranches == null ? List.<TrancheForm>of() : tranches).stream()
                    .map(tranche -> line(tranche, problems))
                    .filter(Objects::nonNull)
                    .toList());
            case DUE_DAYS -> new Part.DueDays(day(dueFrom, "dueFrom", problems), day(dueTo, "dueTo", problems),
                    integer(days, "days", problems));
            case SUSPENSION -> new Part.Suspension();
            case RESUMPTION -> new Part.Resumption(isOn(addDays));
            case TERMINATION -> new Part.Termination(choice(terminationReason, TerminationReason.class));
        };
        return problems.isEmpty() ? Outcome.done(part) : Outcome.refused(problems);
    }

    private static String cell(String cell, int index) {
        String[] parts = text(cell).split(CELL, 2);
        return parts.length == 2 ? parts[index] : null;
    }

    static Integer integer(String typed, String field, List<Problem> problems) {
        if (text(typed).isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(ThaiDigits.toWestern(typed).strip());
        } catch (NumberFormatException e) {
            problems.add(Problem.at(field, "amendments.problem.number"));
            return null;
        }
    }

    private static Part.TrancheLine line(TrancheForm tranche, List<Problem> problems) {
        Integer no = integer(tranche.no(), "size", problems);
        String size = text(tranche.size());
        boolean share = size.endsWith("%");
        return no == null
                ? null
                : new Part.TrancheLine(no, share ? number(size.substring(0, size.length() - 1), "size", problems) : null,
                        share ? null : money(size, "size", problems), integer(tranche.period(), "size", problems));
    }

    static LocalDate day(String typed, String field, List<Problem> problems) {
        if (text(typed).isEmpty()) {
            return null;
        }
        try {
            return ThaiDates.parse(typed);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at(field, "amendments.problem.day"));
            return null;
        }
    }

    private static BigDecimal number(String typed, String field, List<Problem> problems) {
        if (text(typed).isEmpty()) {
            return null;
        }
        try {
            return new BigDecimal(ThaiDigits.toWestern(typed).strip().replace(",", ""));
        } catch (NumberFormatException e) {
            problems.add(Problem.at(field, "amendments.problem.number"));
            return null;
        }
    }

    private static Money money(String typed, String field, List<Problem> problems) {
        if (text(typed).isEmpty()) {
            return null;
        }
        try {
            return Money.parse(typed);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at(field, "amendments.problem.amount"));
            return null;
        }
    }

    private static <E extends Enum<E>> E choice(String typed, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text(typed)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOn(String typed) {
        return "true".equals(typed) || "on".equals(typed);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static String blankToNull(String typed) {
        return text(typed).isEmpty() ? null : text(typed);
    }
}
