package org.thun.activities.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.thun.activities.RoundGap;
import org.thun.programmes.Activity;

/** The rounds of an activity: the months between them against what the programme asks for. */
final class Rounds {

    private Rounds() {}

    /** A round and the month in which it is held. */
    record Round(int no, int month) {}

    /** Which neighbours keep the distance; empty where the programme asks for none. */
    static List<RoundGap> gaps(Activity activity, List<Round> rounds) {
        if (activity.gapMonthsMin() == null && activity.gapMonthsMax() == null) {
            return List.of();
        }
        int least = activity.gapMonthsMin() == null ? 0 : activity.gapMonthsMin();
        int most = activity.gapMonthsMax() == null ? Integer.MAX_VALUE : activity.gapMonthsMax();
        List<Round> inOrder = rounds.stream()
                .sorted(Comparator.comparingInt(Round::month).thenComparingInt(Round::no))
                .toList();
        List<RoundGap> gaps = new ArrayList<>();
        for (int i = 1; i < inOrder.size(); i++) {
            int months = inOrder.get(i).month() - inOrder.get(i - 1).month();
            if (months < least || months > most) {
                gaps.add(new RoundGap(inOrder.get(i - 1).no(), inOrder.get(i).no(), months, least, most));
            }
        }
        return gaps;
    }
}
