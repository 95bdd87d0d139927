package org.thun.activities;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Outcome;

/**
 * How many rounds of an activity there are: a round that is held once more, and the choice where the text of the proposal
 * and its schedule name different numbers.
 */
public interface RoundPlanning {

    /** Activities of a running grant whose text asks for another number of rounds than the schedule marks, chosen or not. */
    List<RoundConflict> conflicts(String grantId);

    /** Whether this person may choose for that grant now: its programme officer, while the grant runs. */
    boolean mayChoose(Grant grant, Actor actor);

    /**
     * Chooses the text or the schedule, once; the plan follows. For more rounds their months are named, for fewer the last
     * ones not yet held are given up. No money is added: the rounds share the budget of their activity (BR-01).
     */
    Outcome<Void> choose(String grantId, String activityCode, ChooseRounds choice, Actor actor);

    /** Whether this person may have that round held once more: the grantee, while the grant runs. */
    boolean mayRepeat(String occurrenceId, Actor actor);

    /** What one more round in that month would mean; nothing changes. */
    RepeatEffect repeatEffect(String occurrenceId, int month);

    /**
     * Adds a round of the same activity, within what is left of its budget; its plan is approved like any other.
     *
     * @return id of the new occurrence
     */
    Outcome<String> repeat(String occurrenceId, RepeatRound round, Actor actor);

    /** Which of the two is followed. */
    enum Source {
        /** The month table. */
        SCHEDULE,
        /** The text of the proposal. */
        TEXT
    }

    /**
     * Two numbers of rounds.
     *
     * @param activityCode the activity
     * @param title what it is called
     * @param inText rounds the text asks for
     * @param inSchedule rounds the schedule marks within the grant
     * @param recorded what was written about it when the definition was made
     * @param choice what was chosen, or {@code null} while nothing is
     */
    record RoundConflict(
            String activityCode,
            LocalizedText title,
            int inText,
            int inSchedule,
            List<LocalizedText> recorded,
            Choice choice) {

        public RoundConflict {
            recorded = List.copyOf(recorded);
        }

        /** Rounds to be added if the text is followed; 0 where the text asks for fewer. */
        public int missing() {
            return Math.max(0, inText - inSchedule);
        }

        /** What was chosen. */
        public Optional<Choice> chosen() {
            return Optional.ofNullable(choice);
        }
    }

    /** A choice that was made: what is followed, how many rounds that makes, why, by whom and when. */
    record Choice(Source source, int rounds, String reason, String byName, LocalDateTime at) {}

    /**
     * A choice.
     *
     * @param source what is followed
     * @param months grant months of the rounds that come with the text, one each; none for the schedule
     * @param reason why
     */
    record ChooseRounds(
            @NotNull Source source, @NotNull List<Integer> months, @NotBlank @Size(max = 2000) String reason) {

        public ChooseRounds {
            months = List.copyOf(months);
        }
    }

    /**
     * What one more round would mean.
     *
     * @param month its grant month
     * @param periodNo reporting period it would be reported in, or {@code null} outside the grant
     * @param free what is left of the budget of the activity
     * @param gaps rounds that would follow each other too soon or too late; warned of, never refused
     */
    record RepeatEffect(int month, Integer periodNo, Money free, List<RoundGap> gaps) {

        public RepeatEffect {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * One more round.
     *
     * @param month grant month in which it is held
     * @param cost what it is expected to cost
     * @param reason why it is held once more
     */
    record RepeatRound(Integer month, Money cost, @NotBlank @Size(max = 2000) String reason) {}
}
