package org.thun.registry;

/**
 * A role under which a person is registered; one person may hold several (BR-21).
 *
 * @param role code in the list {@code person_role} of the programme
 * @param detail what the person does in it (skill, post or field), a code of the list that belongs to the role, or
 *     {@code null} if not stated
 */
public record HeldRole(String role, String detail) {}
