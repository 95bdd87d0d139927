package org.thun.proposals;

import java.util.List;

/**
 * How a board sat when it decided (BR-33). A member with a conflict of interest leaves and neither counts for the quorum nor
 * votes.
 *
 * @param present members who were there at first
 * @param left members who left for a conflict of interest
 * @param votesFor votes for the decision that was taken
 * @param votesAgainst votes against it; the rest abstained
 */
public record BoardSitting(int present, List<Leaver> left, int votesFor, int votesAgainst) {

    public BoardSitting {
        left = List.copyOf(left);
    }

    /** A member who left, and the conflict of interest. */
    public record Leaver(String name, String reason) {}

    /** Members who could vote. */
    public int voting() {
        return present - left.size();
    }

    /** Members who voted neither for nor against. */
    public int abstained() {
        return voting() - votesFor - votesAgainst;
    }
}
