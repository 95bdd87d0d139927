package org.thun.activities.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.activities.RoundGap;
import org.thun.activities.web.PlanGrid.Column;
import org.thun.activities.web.PlanGrid.Group;
import org.thun.activities.web.PlanGrid.Kind;
import org.thun.activities.web.PlanGrid.Lane;
import org.thun.activities.web.PlanGrid.Piece;
import org.thun.activities.web.PlanGrid.Row;
import org.thun.activities.web.PlanGrid.Segment;
import org.thun.activities.web.PlanGrid.Zoom;
import org.thun.activities.web.PlanSteps.Standing;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.programmes.Activity;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.ScheduleRow;
import org.thun.programmes.WorkPlan;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.Money;
import org.thun.shared.ThaiDates;
import org.thun.web.Formats;

/** Draws the plan of a grant: which piece lies in which columns, and what it says. */
@Component
class PlanDrawing {

    private static final int MONTHS_OF_QUARTER = 3;
    private static final int FIRST_FISCAL_MONTH = 10;
    private static final int MONTHS_OF_YEAR = 12;

    private final Grants grants;
    private final Programmes programmes;
    private final ActivityPlans plans;
    private final BusinessClock clock;
    private final Formats formats;

    PlanDrawing(Grants grants, Programmes programmes, ActivityPlans plans, BusinessClock clock, Formats formats) {
        this.grants = grants;
        this.programmes = programmes;
        this.plans = plans;
        this.clock = clock;
        this.formats = formats;
    }

    /**
     * @param occurrences the occurrences as the reader may know them
     * @param standings where their processes stand
     * @param mayAsk whether the reader may ask for a change of the plan
     */
    PlanGrid draw(
            Grant grant,
            List<Occurrence> occurrences,
            Map<String, Standing> standings,
            Zoom zoom,
            boolean mayAsk) {
        int agreed = Math.min(plans.agreedMonths(grant.id()), grant.durationMonths());
        List<Column> columns = columns(grant, zoom, agreed);
        Sheet sheet = new Sheet(grant, columns, standings, mayAsk);
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        Map<String, List<Occurrence>> byActivity =
                occurrences.stream().collect(Collectors.groupingBy(Occurrence::activityCode));
        Map<String, Money> budget = grants.budget(grant.id()).stream().collect(Collectors.toMap(
                BudgetLine::activityCode, BudgetLine::amount, Money::plus));
        Map<String, List<RoundGap>> gaps = plans.roundGaps(grant.id());
        List<Group> groups = new ArrayList<>();
        for (WorkPlan plan : definition.workPlans()) {
            groups.add(new Group(plan.title(), plan.activities().stream()
                    .map(activity -> row(sheet, definition, activity,
                            byActivity.getOrDefault(activity.code(), List.of()),
                            gaps.getOrDefault(activity.code(), List.of()),
                            budget.getOrDefault(activity.code(), Money.ZERO)))
                    .toList()));
        }
        return new PlanGrid(zoom, columns, PlanGrid.fiscalYears(columns), groups, PlanGrid.sum(groups, Row::budget),
                PlanGrid.sum(groups, Row::cost), agreed, grant.durationMonths());
    }

    private List<Column> columns(Grant grant, Zoom zoom, int agreed) {
        LocalDate today = clock.today();
        List<Column> columns = new ArrayList<>();
        int first = 1;
        for (int month = 1; month <= grant.durationMonths(); month++) {
            boolean last = month == grant.durationMonths()
                    || part(grant.months().month(month).from(), zoom)
                            != part(grant.months().month(month + 1).from(), zoom);
            if (last) {
                DateRange days = grant.months().months(first, month);
                columns.add(new Column(first, month, days, grant.months().month(month).from(),
                        ThaiDates.fiscalYear(days.from()), quarter(days.from()), days.contains(today), first > agreed));
                first = month + 1;
            }
        }
        return columns;
    }

    /** Months with the same number share a column. */
    private static int part(LocalDate begins, Zoom zoom) {
        return switch (zoom) {
            case MONTH -> begins.getYear() * MONTHS_OF_YEAR + begins.getMonthValue();
            case QUARTER -> ThaiDates.fiscalYear(begins) * MONTHS_OF_YEAR + quarter(begins);
            case YEAR -> ThaiDates.fiscalYear(begins);
        };
    }

    private static int quarter(LocalDate day) {
        return (day.getMonthValue() + MONTHS_OF_YEAR - FIRST_FISCAL_MONTH) % MONTHS_OF_YEAR / MONTHS_OF_QUARTER + 1;
    }

    private Row row(
            Sheet sheet,
            ProgrammeDefinition definition,
            Activity activity,
            List<Occurrence> occurrences,
            List<RoundGap> gaps,
            Money budget) {
        Money cost = Money.sum(occurrences.stream()
                .map(Occurrence::acceptedCost)
                .filter(amount -> amount != null)
                .toList());
        return new Row(activity,
                definition.scheduleOf(activity.code()).map(ScheduleRow::conflicts).orElse(List.of()),
                gaps, lanes(sheet, occurrences), budget, cost, occurrences);
    }

    private List<Lane> lanes(Sheet sheet, List<Occurrence> occurrences) {
        List<Piece> planned = new ArrayList<>();
        List<Piece> held = new ArrayList<>();
        for (Occurrence occurrence : occurrences) {
            planned.add(planned(sheet, occurrence));
            if (occurrence.moved()) {
                planned.add(agreed(occurrence));
            }
            if (occurrence.heldDays() != null) {
                held.add(held(sheet, occurrence));
            }
        }
        List<Lane> lanes = new ArrayList<>(sheet.lanes(planned, false));
        if (lanes.isEmpty()) {
            lanes.add(new Lane(false, List.of(sheet.blank(sheet.columns.size()))));
        }
        lanes.addAll(sheet.lanes(held, true));
        return lanes;
    }

    private Piece planned(Sheet sheet, Occurrence occurrence) {
        StringBuilder shape = new StringBuilder(occurrence.mark() ? "mark" : "bar from to");
        if (occurrence.endAssumed() && occurrence.lastMonth() == sheet.grant.durationMonths()) {
            shape.append(" open");
        }
        shape.append(standing(occurrence));
        return new Piece(occurrence, Kind.PLANNED, shape.toString(), words(sheet, occurrence), occurrence.firstMonth(),
                occurrence.lastMonth(), sheet.mayAsk && occurrence.movable());
    }

    private Piece agreed(Occurrence occurrence) {
        return new Piece(occurrence, Kind.AGREED, (occurrence.mark() ? "mark" : "bar from to") + " was",
                formats.message("activities.piece.agreed", occurrence.label(),
                        months(occurrence.agreedFirstMonth(), occurrence.agreedLastMonth())),
                occurrence.agreedFirstMonth(), occurrence.agreedLastMonth(), false);
    }

    private Piece held(Sheet sheet, Occurrence occurrence) {
        int last = sheet.grant.durationMonths();
        int from = Math.max(1, Math.min(last, sheet.grant.months().monthOf(occurrence.heldDays().from())));
        int to = Math.max(from, Math.min(last, sheet.grant.months().monthOf(occurrence.heldDays().to())));
        String accepted = occurrence.state() == OccurrenceState.ACCEPTED ? " done" : " active";
        return new Piece(occurrence, Kind.HELD, (from == to ? "mark" : "bar from to") + accepted,
                formats.message("activities.piece.held", occurrence.label(), occurrence.heldDays()), from, to, false);
    }

    private String words(Sheet sheet, Occurrence occurrence) {
        List<String> words = new ArrayList<>();
        words.add(formats.message("activities.piece.planned", occurrence.label(),
                months(occurrence.firstMonth(), occurrence.lastMonth()), formats.range(occurrence.days())));
        words.add(formats.name(occurrence.state()));
        Standing standing = sheet.standings.get(occurrence.id());
        if (standing != null && standing.task() != null) {
            words.add(formats.message("activities.piece.waiting",
                    formats.message("task." + standing.task().elementId())));
        }
        if (occurrence.isLate()) {
            words.add(formats.message("activities.lateSince", occurrence.lateSince()));
        }
        if (occurrence.endAssumed()) {
            words.add(formats.message("activities.endAssumed"));
        }
        if (occurrence.added()) {
            words.add(formats.message("activities.added"));
        } else if (occurrence.moved()) {
            words.add(formats.message("activities.movedFrom",
                    months(occurrence.agreedFirstMonth(), occurrence.agreedLastMonth())));
        }
        if (occurrence.heldDays() != null) {
            words.add(formats.message("activities.piece.heldOn", occurrence.heldDays()));
        }
        return String.join("; ", words);
    }

    private String months(int first, int last) {
        return first == last
                ? formats.message("activities.month", first)
                : formats.message("activities.months", first, last);
    }

    private static String standing(Occurrence occurrence) {
        if (occurrence.isLate()) {
            return " late";
        }
        return switch (occurrence.state()) {
            case PLANNED -> "";
            case READY, IN_PROGRESS, DONE, REPORTED -> " active";
            case ACCEPTED -> " done";
            case CANCELLED -> " cancelled";
        };
    }

    /** The columns on which pieces are laid. */
    private static final class Sheet {

        private static final String BLANK = "<td></td>";

        private final Grant grant;
        private final List<Column> columns;
        private final Map<String, Standing> standings;
        private final boolean mayAsk;
        /** Column of each month; index 0 is month 1. */
        private final int[] columnOf;

        Sheet(Grant grant, List<Column> columns, Map<String, Standing> standings, boolean mayAsk) {
            this.grant = grant;
            this.columns = columns;
            this.standings = standings;
            this.mayAsk = mayAsk;
            this.columnOf = new int[grant.durationMonths()];
            for (int at = 0; at < columns.size(); at++) {
                for (int month = columns.get(at).firstMonth(); month <= columns.get(at).lastMonth(); month++) {
                    columnOf[month - 1] = at;
                }
            }
        }

        /** As few lanes as hold all pieces without one lying over another. */
        List<Lane> lanes(List<Piece> pieces, boolean held) {
            List<List<Piece>> lanes = new ArrayList<>();
            List<Piece> inOrder = new ArrayList<>(pieces);
            // The plan of today keeps the upper lanes; what was agreed before gives way.
            inOrder.sort(Comparator.comparing((Piece piece) -> piece.kind() == Kind.AGREED)
                    .thenComparingInt(Piece::firstMonth));
            for (Piece piece : inOrder) {
                List<Piece> lane = lanes.stream().filter(taken -> fits(piece, taken)).findFirst().orElse(null);
                if (lane == null) {
                    lane = new ArrayList<>();
                    lanes.add(lane);
                }
                lane.add(piece);
            }
            return lanes.stream().map(lane -> new Lane(held, segments(lane))).toList();
        }

        private boolean fits(Piece piece, List<Piece> taken) {
            return taken.stream().allMatch(other -> to(other) < from(piece) || to(piece) < from(other));
        }

        private List<Segment> segments(List<Piece> lane) {
            lane.sort(Comparator.comparingInt(this::from));
            List<Segment> segments = new ArrayList<>();
            int next = 0;
            for (Piece piece : lane) {
                if (from(piece) > next) {
                    segments.add(blank(from(piece) - next));
                }
                segments.add(new Segment(to(piece) - from(piece) + 1, null, piece));
                next = to(piece) + 1;
            }
            if (next < columns.size()) {
                segments.add(blank(columns.size() - next));
            }
            return segments;
        }

        Segment blank(int count) {
            return new Segment(count, BLANK.repeat(count), null);
        }

        private int from(Piece piece) {
            return columnOf[Math.min(piece.firstMonth(), columnOf.length) - 1];
        }

        private int to(Piece piece) {
            return columnOf[Math.min(piece.lastMonth(), columnOf.length) - 1];
        }
    }
}
