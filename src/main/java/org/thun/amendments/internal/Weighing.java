package org.thun.amendments.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.ClassTable;
import org.thun.amendments.ClassTable.Weighed;
import org.thun.amendments.Part;
import org.thun.grants.BudgetLine;
import org.thun.programmes.AmendmentPolicy;
import org.thun.programmes.CodeItem;
import org.thun.shared.Money;

/** How weighty an amendment is: the class of its weightiest change (BR-10). */
@Component
class Weighing {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SCALE = 2;

    /** A head that had nothing before: no percentage is high enough for it. */
    private static final BigDecimal FROM_NOTHING = BigDecimal.valueOf(100_000);

    private final ClassTable table;

    Weighing(ClassTable table) {
        this.table = table;
    }

    /**
     * What a cost head gains or loses.
     *
     * @param code the head
     * @param before budget before
     * @param after budget after
     * @param percent gain in percent of the head, by this amendment or since the first agreement, whichever is more; never
     *     rounded down; zero for a head that does not gain
     * @param weight class of that gain, or {@code null} if nothing is gained or the programme states no limits
     */
    record Head(String code, Money before, Money after, BigDecimal percent, AmendmentClass weight) {}

    /** The class of all parts together, or {@code null} if there are none. */
    AmendmentClass of(Situation now, List<Part> parts) {
        List<AmendmentClass> classes = new ArrayList<>();
        for (Part part : parts) {
            if (part.kind() != AmendmentKind.BUDGET) {
                classes.add(table.of(new Weighed(part.kind(), null, null, null, false)));
            }
        }
        if (parts.stream().anyMatch(part -> part.kind() == AmendmentKind.BUDGET)) {
            classes.add(weigh(now, BigDecimal.ZERO, newEquipment(parts)));
            heads(now, parts).stream().map(Head::weight).filter(weight -> weight != null).forEach(classes::add);
        }
        return classes.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    /** Every cost head that changes. */
    List<Head> heads(Situation now, List<Part> parts) {
        List<BudgetLine> before = now.current().budget();
        List<BudgetLine> first = now.first().budget();
        List<BudgetLine> after = Amended.of(now, parts).budget();
        List<Head> heads = new ArrayList<>();
        for (CodeItem head : now.definition().costHeads()) {
            Money was = Situation.head(before, head.code());
            Money will = Situation.head(after, head.code());
            if (was.equals(will)) {
                continue;
            }
            boolean rises = will.compareTo(was) > 0;
            BigDecimal percent = rises
                    ? percent(will.minus(was), was).max(percent(
                            will.minus(Situation.head(first, head.code())), Situation.head(first, head.code())))
                    : BigDecimal.ZERO;
            boolean sensitive = rises && now.policy().remunerationHeads().contains(head.code());
            heads.add(new Head(head.code(), was, will, percent, rises ? weigh(now, percent, sensitive) : null));
        }
        return heads;
    }

    private AmendmentClass weigh(Situation now, BigDecimal percent, boolean sensitive) {
        AmendmentPolicy policy = now.policy();
        return policy.shiftsBudget()
                ? table.of(new Weighed(AmendmentKind.BUDGET, percent, policy.noticeUpToPercent(),
                        policy.minorUpToPercent(), sensitive))
                : null;
    }

    private static boolean newEquipment(List<Part> parts) {
        return parts.stream().anyMatch(part -> part instanceof Part.Shift shift && shift.newEquipment());
    }

    /** Rounded up: a gain above a limit by a satang is above it. */
    private static BigDecimal percent(Money gain, Money whole) {
        if (!gain.isPositive()) {
            return BigDecimal.ZERO;
        }
        return whole.isPositive()
                ? gain.toBaht().multiply(HUNDRED).divide(whole.toBaht(), SCALE, RoundingMode.UP)
                : FROM_NOTHING;
    }
}
