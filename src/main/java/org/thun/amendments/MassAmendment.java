package org.thun.amendments;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * One decision for many grants of a programme, for instance after a flood. Each grant that can take it gets an amendment and
 * an agreement version of its own, which name this decision.
 *
 * @param id id, also the business key and the case of its process
 * @param programmeKey the programme
 * @param no number inside the programme, from 1
 * @param state where it stands
 * @param area where
 * @param relief what
 * @param weight class of the weightiest change in it when it was sent, or {@code null} before
 * @param reason why
 * @param letter number and date of the letter that goes with it, or {@code null}
 * @param resolutionNo resolution of the board, or {@code null}
 * @param drafted who drafted it
 * @param sent who put it before the approver, or {@code null}
 * @param decided who decided last, or {@code null}
 * @param comments the words of that decision, or {@code null}
 * @param stepDueOn day by which the present step should be done
 * @param wave 1, or 2 once grants that it suspended run again by it
 */
public record MassAmendment(
        String id,
        String programmeKey,
        int no,
        MassAmendmentState state,
        Area area,
        Relief relief,
        AmendmentClass weight,
        String reason,
        String letter,
        String resolutionNo,
        Hand drafted,
        Hand sent,
        Hand decided,
        String comments,
        LocalDate stepDueOn,
        int wave) {

    /** The kind under which its documents are kept. */
    public static final String OBJECT_TYPE = "massAmendment";

    public String path() {
        return "/amendments/" + id;
    }

    /**
     * Where it holds: the whole programme, or the grants that have a centre in one of the regions or provinces.
     *
     * @param regions codes of regions of the programme
     * @param provinces codes of provinces
     */
    public record Area(List<String> regions, List<String> provinces) {

        public static final Area WHOLE = new Area(List.of(), List.of());

        public Area {
            regions = List.copyOf(regions);
            provinces = List.copyOf(provinces);
        }

        public boolean whole() {
            return regions.isEmpty() && provinces.isEmpty();
        }
    }

    /** What happens to payments and clocks. */
    public enum Standstill {
        SUSPEND,
        RESUME
    }

    /**
     * What every grant is given. A standstill stands alone.
     *
     * @param from first day of the span in which activities begin and reports are due that are put off, or {@code null}
     * @param to last day of that span, or {@code null}
     * @param addMonths months added to the term (BR-34), or {@code null}
     * @param moveMonths months by which activities that begin in the span are put off, or {@code null}
     * @param moveBars whether that holds for continuous work too
     * @param dueDays days by which reports that are due in the span are put off, or {@code null}
     * @param standstill suspension or resumption, or {@code null}
     * @param resumeOn day on which suspended grants run again, or {@code null} if another decision says so
     * @param addDays whether a resumption adds the days a grant stood still
     */
    public record Relief(
            LocalDate from,
            LocalDate to,
            Integer addMonths,
            Integer moveMonths,
            boolean moveBars,
            Integer dueDays,
            Standstill standstill,
            LocalDate resumeOn,
            boolean addDays) {

        public boolean suspends() {
            return standstill == Standstill.SUSPEND;
        }
    }

    /** Who did a step, and when. */
    public record Hand(String accountId, String name, LocalDateTime at) {}
}
