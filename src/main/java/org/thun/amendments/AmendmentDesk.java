package org.thun.amendments;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.amendments.Amendment.Verdict;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet;

/**
 * Amendments from the first draft to the day they come into force. A draft is written on the pages of the case file; every
 * further step belongs to a task of the process {@code amendment}, and the task decides who may call it.
 */
public interface AmendmentDesk {

    /** The amendments of a grant that this person may read, the newest first; readers of accepted data see those in force. */
    List<Amendment> ofGrant(Grant grant, Actor actor);

    /** One of them; empty if this person may not read it. */
    Optional<Amendment> find(Grant grant, String amendmentId, Actor actor);

    /** For the system's own work. @throws IllegalArgumentException if there is none */
    Amendment get(String amendmentId);

    /** Every kind of change with what stands against asking for it now, in order. */
    List<Offer> offers(Grant grant, Actor actor);

    /** Whether this person may write on an amendment. */
    boolean mayDraft(Grant grant, Amendment amendment, Actor actor);

    /** Whether this person may take an amendment back. */
    boolean mayWithdraw(Grant grant, Amendment amendment, Actor actor);

    /** Begins a request with its first part. Refused like {@link #add}. @return its id */
    Outcome<String> begin(Grant grant, Part part, Actor actor);

    /** Adds a part to a draft. Refused if that kind is not offered, or the part stands against the rules. */
    Outcome<Void> add(Grant grant, String amendmentId, Part part, Actor actor);

    /** Takes a part out of a draft. */
    Outcome<Void> remove(Grant grant, String amendmentId, int partNo, Actor actor);

    /** Writes reason, letter and wished day. */
    Outcome<Void> describe(Grant grant, String amendmentId, Description description, Actor actor);

    /** Whoever asked takes the request back, as long as nobody has approved it. */
    Outcome<Void> withdraw(Grant grant, String amendmentId, Actor actor);

    /** As {@link #withdraw}, by completing the draft's own task: its process goes on by itself. */
    Outcome<Void> giveUp(Grant grant, String amendmentId, Actor actor);

    /** What the parts would do together, before and after, and what stands against them now. */
    Effect effect(Grant grant, Amendment amendment);

    /** Its changes in a line each, in their order. */
    List<Problem> words(Grant grant, Amendment amendment);

    /** Every version of the agreement against the one before, the newest first; empty while there is only one. */
    List<VersionDifference> differences(Grant grant);

    /**
     * The draft is ready: sent, where the person answers for the grantee, else put before the lead. Refused while
     * something stands against it.
     *
     * @return whether it is sent
     */
    Outcome<Boolean> ready(String amendmentId, Actor actor);

    /** The lead sends what somebody else has drafted, or gives it back. */
    Outcome<Void> sign(String amendmentId, Decide decision, Actor actor);

    /** The programme officer decides a minor amendment, passes a major one on, sends back or rejects. */
    Outcome<Void> check(String amendmentId, Check check, Actor actor);

    /** The approver decides a major amendment. */
    Outcome<Void> approve(String amendmentId, Approve approval, Actor actor);

    /** The finance approver confirms the bank account by the bank's letter (SD8). */
    Outcome<Void> confirmBank(String amendmentId, ConfirmBank confirmation, Actor actor);

    /** The programme officer has taken note of a notice. */
    void takeNote(String amendmentId, Actor actor);

    /**
     * Its day has come: changes the agreement and everything that follows from it, all or nothing.
     *
     * @return whether it is in force now; if not, {@link Amendment#stuck} says why and the officer has to see to it
     */
    boolean putInForce(String amendmentId);

    /** A request in the name of the funder, left as a draft for the programme officer. @return its id */
    String draftForFunder(String grantId, Part part, String reason, Actor actor);

    /**
     * A kind of change and what stands against asking for it.
     *
     * @param kind the kind
     * @param against why it is not offered, or {@code null} if it is
     */
    record Offer(AmendmentKind kind, Problem against) {

        public boolean open() {
            return against == null;
        }
    }

    /**
     * What an amendment would do.
     *
     * @param facts before and after
     * @param weight class by what is known now; {@code null} without parts
     * @param against what stands against it now
     */
    record Effect(FactSheet facts, AmendmentClass weight, List<Problem> against) {

        public Effect {
            against = List.copyOf(against);
        }
    }

    /** What the drafter writes beside the parts. */
    record Description(String reason, String letter, LocalDate wantedOn) {}

    /** A decision; sending back needs comments. */
    record Decide(@NotNull Verdict decision, @Size(max = 2000) String comments) {}

    /** The officer's decision; a change of bank account needs the call-back (SD8). */
    record Check(
            @NotNull Verdict decision,
            @Size(max = 2000) String comments,
            LocalDate calledOn,
            @Size(max = 200) String spokeWith) {}

    /** The approver's decision; a second extension needs the board's resolution (BR-34). */
    record Approve(
            @NotNull Verdict decision, @Size(max = 2000) String comments, @Size(max = 100) String resolutionNo) {}

    /** The finance approver's decision; confirming needs the number as the bank's letter has it. */
    record ConfirmBank(
            @NotNull Verdict decision, @Size(max = 40) String accountNumber, @Size(max = 2000) String comments) {}
}
