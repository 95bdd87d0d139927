package org.thun.amendments;

import java.util.List;
import org.thun.grants.AgreedTranche;
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
 * @param tranches tranches that differ
 */
public record VersionDifference(
        AgreementVersion before,
        AgreementVersion after,
        List<CellChange> cells,
        List<TermChange> terms,
        List<TrancheChange> tranches) {

    public VersionDifference {
        cells = List.copyOf(cells);
        terms = List.copyOf(terms);
        tranches = List.copyOf(tranches);
    }

    public boolean tranchesDiffer() {
        return !tranches.isEmpty();
    }

    /** Whether the term is another one. */
    public boolean termDiffers() {
        return before.durationMonths() != after.durationMonths() || !before.endsOn().equals(after.endsOn());
    }

    /** A tranche that differs in its share, its amount or the period that opens it. */
    public record TrancheChange(AgreedTranche before, AgreedTranche after) {

        public Money difference() {
            return after.amount().minus(before.amount());
        }
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
