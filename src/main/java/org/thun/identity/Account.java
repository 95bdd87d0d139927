package org.thun.identity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.thun.shared.LocalizedText;

/**
 * An account as administrators see it.
 *
 * @param id its id
 * @param username name used to sign in
 * @param name name shown to others
 * @param email address for notices, or {@code null}
 * @param language language the person asked for ({@code th} or {@code en}), or {@code null} without a preference
 * @param enabled whether the person may sign in
 * @param mustChangePassword whether the password is a temporary one
 * @param createdAt when it was made
 * @param posts every post, past, present and to come, the newest first
 */
public record Account(
        String id,
        String username,
        LocalizedText name,
        String email,
        String language,
        boolean enabled,
        boolean mustChangePassword,
        LocalDateTime createdAt,
        List<HeldPost> posts) {

    public Account {
        posts = List.copyOf(posts);
    }

    /** The posts held on that day. */
    public List<HeldPost> postsOn(LocalDate day) {
        return posts.stream().filter(held -> held.post().isHeldOn(day)).toList();
    }

    /**
     * A post with its own identity.
     *
     * @param id id of the appointment
     * @param post what is held
     * @param grantedBy account of the administrator who gave it, or {@code null} if the system did
     * @param grantedAt when it was given
     */
    public record HeldPost(String id, Post post, String grantedBy, LocalDateTime grantedAt) {}
}
