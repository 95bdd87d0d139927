package org.thun.amendments;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thun.amendments.AmendmentDesk.Approve;
import org.thun.amendments.MassAmendment.Area;
import org.thun.amendments.MassAmendment.Relief;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet;

/**
 * Decisions for many grants at once. A programme officer or an approver drafts one, another approver decides it once, and it
 * is carried out grant by grant in the background: each grant completely or not at all, and never twice.
 */
public interface MassAmendments {

    /** Whether this person sees and drafts the decisions of a programme; for anybody else they do not exist. */
    boolean mayUse(String programmeKey, Actor actor);

    /** Those of a programme, the newest first; empty for whoever may not see them. */
    List<MassAmendment> ofProgramme(String programmeKey, Actor actor);

    Optional<MassAmendment> find(String id, Actor actor);

    /** For the system's own work. @throws IllegalArgumentException if there is none */
    MassAmendment get(String id);

    /** Begins a draft. Refused if it says nothing, or nothing that goes together. @return its id */
    Outcome<String> begin(String programmeKey, Order order, Actor actor);

    /** Writes a draft anew. Refused like {@link #begin}. */
    Outcome<Void> rewrite(String id, Order order, Actor actor);

    /** These grants and no others are left out of a draft. */
    Outcome<Void> leaveOut(String id, Set<String> grantIds, Actor actor);

    /** In words: where it holds, and what it gives. */
    Said say(MassAmendment mass);

    /** Every grant it names or, for a draft, would name, with what it does there and what stands against it now. */
    List<Line> lines(MassAmendment mass);

    /** The whole effect on one of its grants; empty for any other grant. */
    Optional<FactSheet> effect(MassAmendment mass, String grantId);

    /** Puts it before the approver with the grants of that moment. Refused if none of them can take it. */
    Outcome<Void> send(String id, Actor actor);

    /** The draft is given up. */
    Outcome<Void> withdraw(String id, Actor actor);

    /** The approver agrees, returns or rejects; nobody decides what they drafted or sent (SD1). */
    Outcome<Void> decide(String id, Approve approval, Actor actor);

    /** Grants that could not take it are tried again. */
    Outcome<Void> repeat(String id, Actor actor);

    /** Grants that could not take it stay as they are. @return whether it now waits for the day of resumption */
    Outcome<Boolean> finish(String id, String comments, Actor actor);

    /** The day has come on which the grants it suspended run again. */
    void beginResumption(String id);

    /**
     * What a draft says.
     *
     * @param area where
     * @param relief what
     * @param reason why
     * @param letter number and date of the letter, or {@code null}
     */
    record Order(Area area, Relief relief, String reason, String letter) {}

    /**
     * A decision in words.
     *
     * @param places regions and provinces; empty for the whole programme
     * @param relief what it gives
     */
    record Said(List<LocalizedText> places, List<Problem> relief) {

        public Said {
            places = List.copyOf(places);
            relief = List.copyOf(relief);
        }
    }

    /** What became of a grant. */
    enum LineState {
        /** Not by this decision: its drafter left it out. */
        LEFT_OUT,
        PENDING,
        APPLIED,
        /** The rules stood against it. */
        REFUSED,
        /** It went wrong; nothing of it was kept. */
        FAILED
    }

    /**
     * A grant it names.
     *
     * @param grant the grant
     * @param centres its centres in the area
     * @param centresInAll all its centres
     * @param state what became of it
     * @param weight class of the changes, or {@code null} if there are none
     * @param effects what it does there, or did
     * @param against what stands against it now, or stood against it when it was tried
     * @param because what stood against it when it was tried, in words, or {@code null}
     * @param amendmentId the grant's own amendment, or {@code null}
     */
    record Line(
            Grant grant,
            List<LocalizedText> centres,
            int centresInAll,
            LineState state,
            AmendmentClass weight,
            List<Problem> effects,
            List<Problem> against,
            LocalizedText because,
            String amendmentId) {

        public Line {
            centres = List.copyOf(centres);
            effects = List.copyOf(effects);
            against = List.copyOf(against);
        }

        /** Whether it could be carried out there now. */
        public boolean takes() {
            return state != LineState.LEFT_OUT && against.isEmpty();
        }

        /** Where the grant's own amendment is shown, or {@code null}. */
        public String amendmentPath() {
            return amendmentId == null ? null : grant.path() + "/amendments/" + amendmentId;
        }
    }
}
