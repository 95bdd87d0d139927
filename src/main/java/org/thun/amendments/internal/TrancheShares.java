package org.thun.amendments.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thun.amendments.Part.TrancheLine;
import org.thun.grants.AgreedTranche;
import org.thun.shared.Money;

/**
 * Lays tranches out anew (BR-02): a share becomes an amount cut down to the satang, an amount becomes a share rounded to two
 * decimals, and the last tranche that changes takes what the rounding leaves. Pure; what does not sum is not made to.
 */
final class TrancheShares {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int SCALE = 2;

    private TrancheShares() {}

    static List<AgreedTranche> of(Money grant, List<AgreedTranche> plan, List<TrancheLine> lines) {
        if (lines.isEmpty()) {
            return plan;
        }
        int last = lines.stream().mapToInt(TrancheLine::no).max().orElseThrow();
        List<AgreedTranche> laid = new ArrayList<>();
        Money rest = grant;
        BigDecimal shareLeft = WHOLE;
        for (AgreedTranche tranche : plan) {
            Optional<TrancheLine> line = line(lines, tranche.no());
            AgreedTranche then = line.map(asked -> new AgreedTranche(tranche.no(), share(grant, asked),
                    amount(grant, asked), period(tranche, asked), tranche.atCloseOut())).orElse(tranche);
            laid.add(then);
            if (tranche.no() != last) {
                rest = rest.minus(then.amount());
                shareLeft = shareLeft.subtract(then.sharePercent());
            }
        }
        return last(laid, line(lines, last).orElseThrow(), grant, rest, shareLeft);
    }

    /** The last one that changes: what it is asked to be, or what is left where that is only a matter of rounding. */
    private static List<AgreedTranche> last(
            List<AgreedTranche> laid, TrancheLine line, Money grant, Money rest, BigDecimal shareLeft) {
        List<AgreedTranche> result = new ArrayList<>();
        for (AgreedTranche tranche : laid) {
            if (tranche.no() != line.no()) {
                result.add(tranche);
                continue;
            }
            boolean takesRest = line.amount() == null && line.sharePercent() == null
                    || line.amount() == null && line.sharePercent().compareTo(shareLeft) == 0
                    || rest.equals(line.amount());
            result.add(new AgreedTranche(tranche.no(), takesRest ? shareLeft : share(grant, line),
                    takesRest ? rest : amount(grant, line), tranche.afterPeriod(), tranche.atCloseOut()));
        }
        return result;
    }

    private static Optional<TrancheLine> line(List<TrancheLine> lines, int no) {
        return lines.stream().filter(line -> line.no() == no).findFirst();
    }

    private static BigDecimal share(Money grant, TrancheLine line) {
        if (line.amount() != null) {
            return line.amount().toBaht().multiply(WHOLE).divide(grant.toBaht(), SCALE, RoundingMode.HALF_UP);
        }
        return line.sharePercent() == null ? BigDecimal.ZERO : line.sharePercent().setScale(SCALE, RoundingMode.HALF_UP);
    }

    private static Money amount(Money grant, TrancheLine line) {
        if (line.amount() != null) {
            return line.amount();
        }
        return line.sharePercent() == null ? Money.ZERO : grant.percentRoundedDown(line.sharePercent());
    }

    private static Integer period(AgreedTranche tranche, TrancheLine line) {
        return line.afterPeriod() == null ? tranche.afterPeriod() : line.afterPeriod();
    }
}
