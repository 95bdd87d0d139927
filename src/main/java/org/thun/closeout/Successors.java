package org.thun.closeout;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/**
 * A grant that continues one that is ending. It is drafted as a proposal, which takes the structure (activities, cost heads,
 * length, objectives) and no money, and begins with the final accepted values as its baselines.
 */
public interface Successors {

    /** The newest successor drafted from a grant. */
    Optional<Successor> ofGrant(String grantId);

    /** What is known of a proposal, or of the grant it became, as a successor. */
    Optional<Successor> ofProposal(String proposalId);

    /** Whether this person drafts successors of that grant: its lead, or the programme officer. */
    boolean mayDraft(Grant grant, Actor actor);

    /** Why no successor can be drafted now; empty if one can. */
    List<Problem> against(Grant grant);

    /**
     * Drafts the proposal and keeps the accepted values. Refused while the final report is not accepted, and while another
     * successor is under way.
     *
     * @return the id of the proposal
     */
    Outcome<String> draft(Grant grant, Actor actor);

    /** Each baseline beside the accepted value it comes from: both are read anew. */
    List<Proof> proofs(Successor successor);

    /**
     * A successor.
     *
     * @param grantId the grant it continues
     * @param proposalId the proposal it is drafted in
     * @param periodNo last reporting period, whose accepted report states the final values
     * @param reportVersion accepted version of that report
     * @param acceptedAt when it was accepted
     * @param asOf the day the values are of
     * @param draftedByName who drafted it
     * @param draftedAt when
     * @param baselines what it begins with, in the order of the report
     */
    record Successor(
            String grantId,
            String proposalId,
            int periodNo,
            int reportVersion,
            LocalDateTime acceptedAt,
            LocalDate asOf,
            String draftedByName,
            LocalDateTime draftedAt,
            List<Baseline> baselines) {

        public Successor {
            baselines = List.copyOf(baselines);
        }
    }

    /**
     * What an indicator begins with.
     *
     * @param indicatorId the indicator
     * @param title what it is called
     * @param value its final accepted value, or {@code null} where there was none: then the programme's baseline holds
     * @param code the code under which the number is explained, or {@code null} without a value
     */
    record Baseline(String indicatorId, LocalizedText title, BigDecimal value, String code) {}

    /**
     * A baseline and where it comes from.
     *
     * @param baseline what was kept when the successor was drafted
     * @param accepted the value in the accepted report now
     * @param begins the baseline of the new grant on its first day; {@code null} before that, or without a value
     * @param holds whether all that are known are equal
     */
    record Proof(Baseline baseline, BigDecimal accepted, BigDecimal begins, boolean holds) {}
}
