package org.thun.programmes;

import java.math.BigDecimal;
import java.util.Set;

/**
 * What an agreement may be changed by, and who decides (BR-10, BR-34, BR-36, SD8).
 *
 * @param noticeUpToPercent shift into a cost head, of that head, up to which the grantee gives notice only; {@code null}
 *     where the programme states none: then nothing is shifted
 * @param minorUpToPercent shift up to which the programme officer decides, above it the approver; or {@code null}
 * @param remunerationHeads cost heads whose rise the approver always decides
 * @param extensionAskDays days before the end by which an extension should be asked for; later ones are marked late
 * @param extensionMaxMonths longest extension
 * @param extensionTermParts the extension is at most the first term divided by this (3: a third)
 * @param extensionsWithoutBoard extensions after which only the board may grant another
 * @param bankPauseDays days without payment after a bank account was changed
 * @param terminationStatementDays days from termination to the closing statement
 * @param activitiesPerMonth activities held in one month from which on a person or centre counts as overloaded if one more
 *     is laid there; only warned of
 */
public record AmendmentPolicy(
        BigDecimal noticeUpToPercent,
        BigDecimal minorUpToPercent,
        Set<String> remunerationHeads,
        int extensionAskDays,
        int extensionMaxMonths,
        int extensionTermParts,
        int extensionsWithoutBoard,
        int bankPauseDays,
        int terminationStatementDays,
        int activitiesPerMonth) {

    /** Where the programme does not say. */
    public static final int ACTIVITIES_PER_MONTH = 4;

    public AmendmentPolicy {
        remunerationHeads = Set.copyOf(remunerationHeads);
    }

    /** Whether the programme says who decides about shifts of the budget. */
    public boolean shiftsBudget() {
        return noticeUpToPercent != null && minorUpToPercent != null;
    }

    /** The longest extension of a first term of so many months. */
    public int longestExtension(int firstMonths) {
        return Math.min(extensionMaxMonths, firstMonths / extensionTermParts);
    }
}
