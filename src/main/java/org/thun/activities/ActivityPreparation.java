package org.thun.activities;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;

/**
 * What is made ready before an occurrence is held: a list of things to tick, and how many people of each centre are invited
 * and say they will come. Written with the plan, and on the page of the occurrence until it is held.
 */
public interface ActivityPreparation {

    /** @throws IllegalArgumentException if there is no such occurrence */
    Preparation of(String occurrenceId);

    /** Whether this person may write it now: its grantee, until the occurrence is over. */
    boolean mayPrepare(String occurrenceId, Actor actor);

    /** Ticks, and takes back, what is ready; replaces the numbers of those invited. */
    Outcome<Void> prepare(String occurrenceId, Prepare prepare, Actor actor);

    /**
     * How far the preparation is.
     *
     * @param items what has to be ready, in the order of the programme definition; empty where nothing has to be
     * @param invitations people invited by centre, in the order of the centres
     */
    record Preparation(List<Item> items, List<Invitation> invitations) {

        public Preparation {
            items = List.copyOf(items);
            invitations = List.copyOf(invitations);
        }

        /** What is not ready. */
        public List<Item> open() {
            return items.stream().filter(item -> !item.done()).toList();
        }

        public int invited() {
            return invitations.stream().mapToInt(Invitation::invited).sum();
        }

        public int accepted() {
            return invitations.stream().mapToInt(Invitation::accepted).sum();
        }
    }

    /**
     * Something to make ready.
     *
     * @param code its code in the list {@code preparation} of the definition
     * @param text what it is
     * @param tickedBy who said it is ready, or {@code null} while it is not
     * @param tickedAt when, or {@code null}
     */
    record Item(String code, LocalizedText text, String tickedBy, LocalDateTime tickedAt) {

        public boolean done() {
            return tickedAt != null;
        }
    }

    /**
     * People of a centre.
     *
     * @param centreCode the centre
     * @param centre what it is called
     * @param invited how many were invited
     * @param accepted how many of them said they would come
     */
    record Invitation(String centreCode, LocalizedText centre, int invited, int accepted) {}

    /**
     * The preparation as it stands now.
     *
     * @param checks codes of what is ready
     * @param invitations people invited, each centre once
     */
    record Prepare(List<String> checks, List<Invite> invitations) {

        public Prepare {
            checks = checks == null ? List.of() : List.copyOf(checks);
            invitations = invitations == null ? List.of() : List.copyOf(invitations);
        }
    }

    /** People of a centre who are invited, and who of them have said they will come; none have if nothing is stated. */
    record Invite(
            @NotBlank @Size(max = 20) String centre,
            @NotNull @Min(0) @Max(1_000_000) Integer invited,
            @Min(0) @Max(1_000_000) Integer accepted) {

        /** Who has said to come. */
        public int coming() {
            return accepted == null ? 0 : accepted;
        }
    }
}
