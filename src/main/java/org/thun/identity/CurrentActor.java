package org.thun.identity;

/**
 * The person who sent the present request. Controllers take an {@link Actor} parameter instead of calling this; it serves
 * templates and filters.
 */
public interface CurrentActor {

    /**
     * The signed-in person, read once per request.
     *
     * @throws org.springframework.security.authentication.AuthenticationCredentialsNotFoundException if nobody is signed in
     */
    Actor get();

    /** Whether somebody is signed in. */
    boolean isPresent();

    /** Whether the signed-in person has a temporary password and may do nothing before choosing another. */
    boolean mustChangePassword();
}
