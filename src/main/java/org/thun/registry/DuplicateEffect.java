package org.thun.registry;

import java.util.List;
import org.thun.shared.Problem;

/**
 * What a decision about two records would do.
 *
 * @param problems why it cannot be taken, whoever asks; empty if it can
 * @param moves records that would be merged into another or restored
 * @param lines the counts it touches, as of today
 */
public record DuplicateEffect(List<Problem> problems, List<Move> moves, List<Line> lines) {

    public DuplicateEffect {
        problems = List.copyOf(problems);
        moves = List.copyOf(moves);
        lines = List.copyOf(lines);
    }

    /** Whether any count would change. */
    public boolean changesCounts() {
        return lines.stream().anyMatch(line -> line.before() != line.after());
    }

    /**
     * A record that would change.
     *
     * @param number number of the record
     * @param intoNumber number of the record it would be merged into; {@code null} if it would stand for itself again
     */
    public record Move(String number, String intoNumber) {}

    /**
     * A count that is touched.
     *
     * @param centreCode centre, or {@code null} for the nation
     * @param facet role, type or round as in {@link CountFilter}; {@code null} for all together, each once (BR-21)
     * @param before the count today
     * @param after the count after the decision
     */
    public record Line(String centreCode, String facet, long before, long after) {}
}
