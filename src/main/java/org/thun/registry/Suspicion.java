package org.thun.registry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * Two records that look alike, and what is known about them.
 *
 * @param id the suspicion
 * @param first the record with the older id
 * @param second the other
 * @param score how much speaks for it, from 0 to 100
 * @param certain whether the citizen number says so (BR-19); such records cannot be verified before it is decided
 * @param reasons what speaks for it and against it
 * @param state what has been decided
 * @param foundOn business day on which it was found
 * @param decidedByName who decided last, or {@code null}
 * @param decidedAt when
 * @param decisionReason the words given for it, or {@code null}
 */
public record Suspicion(
        String id,
        RegisterRecord first,
        RegisterRecord second,
        int score,
        boolean certain,
        Set<SuspicionReason> reasons,
        SuspicionState state,
        LocalDate foundOn,
        String decidedByName,
        LocalDateTime decidedAt,
        String decisionReason) {}
