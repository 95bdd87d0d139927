package org.thun.programmes;

import org.thun.shared.Problem;

/**
 * Something a reader of a definition must know although the definition is usable.
 *
 * @param subject what it concerns: the code of an activity, the id of an indicator, or {@code null} for the whole
 * @param text what is to be known; a remark recorded in the file is an argument of its text
 */
public record DefinitionWarning(String subject, Problem text) {}
