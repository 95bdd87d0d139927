package org.thun.proposals;

import java.time.LocalDateTime;

/**
 * A decision on a version.
 *
 * @param version the version
 * @param verdict what was decided
 * @param authority code of the authority that decided (BR-32)
 * @param comment the words given for it, or {@code null}
 * @param sitting how the board sat, or {@code null} where one person decided
 * @param quorum members that had to vote, or {@code null} where the programme asks for none
 * @param decidedBy who decided
 * @param decidedAt when
 */
public record ProposalDecision(
        int version,
        Verdict verdict,
        String authority,
        String comment,
        BoardSitting sitting,
        Integer quorum,
        String decidedBy,
        LocalDateTime decidedAt) {}
