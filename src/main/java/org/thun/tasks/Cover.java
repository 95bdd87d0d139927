package org.thun.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.Actor;
import org.thun.identity.Deputies.Stand;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;

/** Who can decide what somebody decides, while that person is away: holders of the same role, deputies, or nobody. */
public interface Cover {

    /** Most days that can be looked at at once. */
    int MOST_DAYS = 92;

    /**
     * What waits for the posts of that person on those days and who else can do it; empty if there is no such person, or no
     * post of theirs that the reader may see.
     */
    Optional<Absence> of(Actor reader, String accountId, LocalDate from, LocalDate to);

    /** The processes in which that role has tasks. */
    List<String> processesOf(Role role);

    /**
     * Somebody's absence.
     *
     * @param accountId who is away
     * @param username name used to sign in
     * @param name name of that person
     * @param days the days
     * @param posts each post held on one of these days
     */
    record Absence(String accountId, String username, LocalizedText name, DateRange days, List<PostCover> posts) {

        /** Whether anything would wait for nobody. */
        public boolean hasGaps() {
            return posts.stream().anyMatch(PostCover::hasGaps);
        }
    }

    /**
     * A post and who covers it.
     *
     * @param held the post
     * @param days those of its days on which the person is away
     * @param others who can do all that the post does, on some of these days
     * @param gaps days on which nobody can do all of it: what comes up then may wait for nobody
     * @param steps the steps of processes that this role decides
     * @param tasks open tasks of the post, the most urgent first
     * @param more whether there are more open tasks than are shown
     * @param mayArrange whether the reader may name a deputy for it
     */
    record PostCover(
            HeldPost held,
            DateRange days,
            List<Stand> others,
            List<DateRange> gaps,
            List<Step> steps,
            List<TaskCover> tasks,
            boolean more,
            boolean mayArrange) {

        public Post post() {
            return held.post();
        }

        public boolean hasGaps() {
            return !gaps.isEmpty() || tasks.stream().anyMatch(task -> !task.gaps().isEmpty());
        }
    }

    /**
     * A step of a process.
     *
     * @param processKey the process; its name is the text {@code process.<processKey>}
     * @param elementId the step; its name is the text {@code task.<elementId>}
     * @param open open tasks of this step among those shown
     */
    record Step(String processKey, String elementId, int open) {}

    /**
     * An open task and who can do it.
     *
     * @param able who can, as far as can be known before it is done
     * @param kept who cannot although role and scope would allow it
     * @param gaps days on which nobody can
     */
    record TaskCover(OpenTask task, List<Stand> able, List<Kept> kept, List<DateRange> gaps) {}

    /** Somebody who is kept from a task, and by what. */
    record Kept(Stand stand, Why why) {}

    /** What keeps people from tasks. */
    enum Why {
        /** Had a hand in it (SD1, SD2, SD5). */
        HAND,
        /** Would act for somebody who had a hand in it (SD6). */
        PRINCIPAL,
        /** Acts in another role in this case (SD10). */
        ROLE,
        /** It is about more than the deputy may decide. */
        LIMIT,
        /** It is not of the work the deputy was named for. */
        WORK
    }
}
