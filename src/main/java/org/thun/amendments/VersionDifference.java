package org.thun.amendments;

import java.util.List;
import org.thun.grants.AgreementTerm;
import org.thun.grants.AgreementVersion;
import org.thun.shared.Money;

/**
 * What one version of an agreement says otherwise than the one before.
 *
 * @param before the earlier version
 * @param after the later one
 * @param cells cells of the budget that differ
 * @param terms words that differ
 * @param tranchesDiffer whether the tranche plan differs
 */
public record VersionDifference(
        AgreementVersion before,
        AgreementVersion after,
        List<CellChange> cells,
        List<TermChange> terms,
        boolean tranchesDiffer) {

    public VersionDifference {
        cells = List.copyOf(cells);
        terms = List.copyOf(terms);
    }

    /** Whether the term is another one. */
    public boolean termDiffers() {
        return before.durationMonths() != after.durationMonths() || !before.endsOn().equals(after.endsOn());
    }

    /** A cell of the budget. */
    public record CellChange(String activityCode, String costHead, Money before, Money after) {

        public Money difference() {
            return after.minus(before);
        }
    }

    /** Words about a subject; {@code before} is {@code null} if nothing was said. */
    public record TermChange(AgreementTerm.Kind kind, String subject, String before, String after) {}
}
