package org.thun.activities;

import java.time.LocalDate;
import java.util.List;
import org.thun.grants.AgreedTranche;
import org.thun.programmes.ActivityTarget;
import org.thun.programmes.Indicator;
import org.thun.programmes.PhasePoint;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

/**
 * What it would mean to have an occurrence in other months, as far as the plan knows: read before anybody asks for it.
 *
 * @param occurrence the occurrence as it stands
 * @param firstMonth first grant month wished for
 * @param lastMonth last grant month wished for
 * @param days the days of those months
 * @param before reporting period now
 * @param after reporting period then; {@code null} if the months lie outside the grant
 * @param planBy day by which its days, place and budget would have to be planned
 * @param indicators what the activity works for
 * @param gaps rounds that would follow each other too soon or too late
 * @param others other occurrences held in those months, by month; continuous work is left out
 * @param crowded people and centres that are already at one of those
 * @param problems what stands against it; empty if it may be asked for
 */
public record PlanEffect(
        Occurrence occurrence,
        int firstMonth,
        int lastMonth,
        DateRange days,
        Due before,
        Due after,
        LocalDate planBy,
        List<Fed> indicators,
        List<RoundGap> gaps,
        List<Company> others,
        List<Crowd> crowded,
        List<Problem> problems) {

    public PlanEffect {
        indicators = List.copyOf(indicators);
        gaps = List.copyOf(gaps);
        others = List.copyOf(others);
        crowded = List.copyOf(crowded);
        problems = List.copyOf(problems);
    }

    /** Whether its report moves into another reporting period, and with it behind another tranche. */
    public boolean changesPeriod() {
        return after != null && after.periodNo() != before.periodNo();
    }

    /**
     * A reporting period and what hangs on it.
     *
     * @param periodNo its number
     * @param reportDue day on which its report is due
     * @param tranches tranches that its accepted report releases; empty if it releases none
     */
    public record Due(int periodNo, LocalDate reportDue, List<AgreedTranche> tranches) {

        public Due {
            tranches = List.copyOf(tranches);
        }
    }

    /**
     * An indicator the activity works for.
     *
     * @param indicator the indicator
     * @param targets what the activity is to deliver to it
     * @param missedPhases phases of the target that its result would come too late for
     */
    public record Fed(Indicator indicator, List<ActivityTarget> targets, List<PhasePoint> missedPhases) {

        public Fed {
            targets = List.copyOf(targets);
            missedPhases = List.copyOf(missedPhases);
        }
    }

    /** Occurrences held in one month, by their labels. */
    public record Company(int month, List<String> labels) {

        public Company {
            labels = List.copyOf(labels);
        }
    }

    /**
     * A person or centre that would have this occurrence and others in one month.
     *
     * @param month the month
     * @param who the person who planned it, or the centre that takes part
     * @param labels the other occurrences
     */
    public record Crowd(int month, LocalizedText who, List<String> labels) {

        public Crowd {
            labels = List.copyOf(labels);
        }
    }
}
