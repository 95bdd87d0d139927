package org.thun.tasks;

import java.time.LocalDate;
import java.util.List;
import org.thun.identity.Post;

/** What becomes of tasks that somebody has taken when that person leaves the post. */
public interface PostTasks {

    /**
     * The tasks that person has taken and could do no longer without that post, after its last day: they go to the
     * successor, or back to everybody of the post.
     */
    List<OpenTask> movingWith(String accountId, Post post, LocalDate lastDay);

    /** All tasks that person has taken: what goes back when the person is shut out. */
    List<OpenTask> takenBy(String accountId);
}
