package org.thun.identity;

import java.time.LocalDate;
import java.util.List;
import org.thun.shared.Problem;

/** Posts that change hands by an approved amendment, in its transaction. */
public interface PostChanges {

    /** What forbids that post to that person (SD2, SD7); empty if nothing. */
    List<Problem> against(String accountId, Post post);

    /** Gives the post. */
    void appoint(String accountId, Post post, Actor by);

    /** Ends every post of that role that the person holds over objects of that scope, with that day as the last. */
    void end(String accountId, Role role, Scope scope, LocalDate lastDay, String reason, Actor by);
}
