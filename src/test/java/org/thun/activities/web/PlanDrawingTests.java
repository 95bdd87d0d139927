package org.thun.activities.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.activities.web.PlanGrid.Column;
import org.thun.activities.web.PlanGrid.Kind;
import org.thun.activities.web.PlanGrid.Lane;
import org.thun.activities.web.PlanGrid.Piece;
import org.thun.activities.web.PlanGrid.Segment;
import org.thun.activities.web.PlanGrid.Zoom;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.programmes.Activity;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.WorkPlan;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.web.Formats;

class PlanDrawingTests {

    private static final LocalDate START = LocalDate.of(2016, 5, 1);

    private final Grants grants = mock(Grants.class);
    private final Programmes programmes = mock(Programmes.class);
    private final ActivityPlans plans = mock(ActivityPlans.class);
    private final BusinessClock clock = mock(BusinessClock.class);
    private final Formats formats = mock(Formats.class);
    private final PlanDrawing drawing = new PlanDrawing(grants, programmes, plans, clock, formats);

    @BeforeEach
    void begin() {
        LocalizedText title = new LocalizedText("งาน", "Work");
        Activity activity = new Activity("1.1", null, title, null, List.of(), List.of(), null, null, null, null,
                List.of(), false, null, List.of());
        ProgrammeDefinition definition = mock(ProgrammeDefinition.class);
        when(definition.workPlans()).thenReturn(List.of(new WorkPlan("WP1", title, List.of(activity))));
        when(programmes.version("p", 1)).thenReturn(definition);
        when(plans.agreedMonths("g")).thenReturn(18);
        when(clock.today()).thenReturn(START.plusMonths(2));
        when(formats.message(any(), any(Object[].class))).thenAnswer(call -> {
            List<Object> words = new ArrayList<>(List.of(call.getArgument(0).toString()));
            words.addAll(Arrays.asList(call.getArguments()).subList(1, call.getArguments().length));
            return words.toString();
        });
    }

    @Test
    void laysPiecesIntoAsFewLanesAsPossible() {
        List<Lane> lanes = lanes(18, Zoom.MONTH, occurrence(1, 2, 4, 2, 4), occurrence(2, 6, 8, 6, 8),
                occurrence(3, 4, 6, 4, 6));
        assertThat(lanes).hasSize(2);
        assertThat(pieces(lanes.get(0))).extracting(Piece::firstMonth).containsExactly(2, 6);
        assertThat(lanes.get(0).segments()).extracting(Segment::columns).containsExactly(1, 3, 1, 3, 10);
        assertThat(pieces(lanes.get(1))).extracting(Piece::firstMonth).containsExactly(4);
    }

    @Test
    void keepsTheAgreedPlaceOfAMovedOccurrenceVisible() {
        List<Lane> lanes = lanes(18, Zoom.MONTH, occurrence(1, 9, 9, 5, 5));
        assertThat(pieces(lanes.get(0))).extracting(Piece::kind).containsExactly(Kind.AGREED, Kind.PLANNED);
        assertThat(pieces(lanes.get(0)).get(1).label()).contains("activities.movedFrom");
    }

    @Test
    @DisplayName("BR-34: months of an extension are marked, and the plan reaches into them")
    void showsTheMonthsOfAnExtension() {
        PlanGrid grid = draw(21, Zoom.MONTH, occurrence(1, 13, 21, 13, 18));
        assertThat(grid.extended()).isTrue();
        assertThat(grid.columns()).filteredOn(Column::extension).extracting(Column::firstMonth).containsExactly(19, 20, 21);
        assertThat(grid.groups().get(0).rows().get(0).lanes()).hasSize(2);
    }

    @Test
    @DisplayName("BR-42: a quarter holds the months that begin in it, also where the first is cut")
    void putsMonthsIntoFiscalQuarters() {
        PlanGrid grid = draw(18, Zoom.QUARTER);
        assertThat(grid.columns()).extracting(Column::firstMonth).containsExactly(1, 3, 6, 9, 12, 15, 18);
        assertThat(grid.columns()).extracting(Column::quarter).containsExactly(3, 4, 1, 2, 3, 4, 1);
        assertThat(grid.fiscalYears()).extracting(PlanGrid.FiscalYear::year).containsExactly(2559, 2560, 2561);
        assertThat(grid.columns()).filteredOn(Column::now).extracting(Column::quarter).containsExactly(4);
    }

    @Test
    void marksThatShareAColumnDoNotHideEachOther() {
        List<Lane> lanes = lanes(18, Zoom.YEAR, occurrence(1, 2, 2, 2, 2), occurrence(2, 4, 4, 4, 4));
        assertThat(lanes).hasSize(2);
    }

    @Test
    void showsWhatWasHeldBelowThePlanAlsoOutsideItsMonths() {
        Occurrence held = held(occurrence(1, 2, 2, 2, 2), LocalDate.of(2016, 8, 30), LocalDate.of(2016, 9, 2));
        List<Lane> lanes = lanes(18, Zoom.MONTH, held);
        assertThat(lanes).extracting(Lane::held).containsExactly(false, true);
        assertThat(pieces(lanes.get(1)).get(0)).matches(piece -> piece.firstMonth() == 4 && piece.lastMonth() == 5);
    }

    @Test
    void offersOnlyWhatIsNotReportedToBeMoved() {
        Occurrence settled = in(occurrence(1, 2, 2, 2, 2), OccurrenceState.ACCEPTED);
        List<Lane> lanes = lanes(18, Zoom.MONTH, settled, occurrence(2, 4, 4, 4, 4));
        assertThat(pieces(lanes.get(0))).extracting(Piece::movable).containsExactly(false, true);
    }

    private List<Lane> lanes(int months, Zoom zoom, Occurrence... occurrences) {
        return draw(months, zoom, occurrences).groups().get(0).rows().get(0).lanes();
    }

    private PlanGrid draw(int months, Zoom zoom, Occurrence... occurrences) {
        Grant grant = new Grant("g", "1", "p", 1, "o", new LocalizedText("ผู้รับ", null), "x", new LocalizedText("ทุน", null),
                GrantState.EFFECTIVE, Money.ZERO, months, START, START.plusMonths(months).minusDays(1), 1, true);
        return drawing.draw(grant, List.of(occurrences), Map.of(), zoom, true);
    }

    private static List<Piece> pieces(Lane lane) {
        return lane.segments().stream().map(Segment::piece).filter(piece -> piece != null).toList();
    }

    private static Occurrence occurrence(int no, int first, int last, int agreedFirst, int agreedLast) {
        DateRange days = new DateRange(START.plusMonths(first - 1), START.plusMonths(last).minusDays(1));
        return new Occurrence("o" + no, "g", "1.1", no, first, last, days, 1, first == last, false, agreedFirst,
                agreedLast, OccurrenceState.PLANNED, null, null, null, null, null, null);
    }

    private static Occurrence in(Occurrence o, OccurrenceState state) {
        return new Occurrence(o.id(), o.grantId(), o.activityCode(), o.no(), o.firstMonth(), o.lastMonth(), o.days(),
                o.periodNo(), o.mark(), o.endAssumed(), o.agreedFirstMonth(), o.agreedLastMonth(), state,
                o.plannedDays(), o.heldDays(), o.plannedBudget(), o.acceptedCost(), o.dueOn(), o.lateSince());
    }

    private static Occurrence held(Occurrence o, LocalDate from, LocalDate to) {
        return new Occurrence(o.id(), o.grantId(), o.activityCode(), o.no(), o.firstMonth(), o.lastMonth(), o.days(),
                o.periodNo(), o.mark(), o.endAssumed(), o.agreedFirstMonth(), o.agreedLastMonth(),
                OccurrenceState.REPORTED, o.plannedDays(), new DateRange(from, to), o.plannedBudget(),
                o.acceptedCost(), o.dueOn(), o.lateSince());
    }
}
