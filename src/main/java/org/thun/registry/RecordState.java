package org.thun.registry;

/** Where a record of a register stands. Whether a verified record is still fresh is a matter of the day (BR-18). */
public enum RecordState {
    /** Being typed; counts nowhere and is seen by its centre only as unfinished. */
    DRAFT,
    /** Waiting for a verifier. */
    SUBMITTED,
    /** Checked by somebody of another house (SD5); counts towards the indicators (BR-17). */
    VERIFIED,
    /** Sent back with a reason; may be corrected and submitted again. */
    REJECTED,
    /** Said to be about the same person or organisation as another record, which stands for both (BR-20). */
    MERGED,
    /** The person has taken back the consent (BR-39): counts no more and is not shown. */
    WITHDRAWN
}
