package org.thun.web;

/**
 * A problem in the reader's language, as JSON answers carry it.
 *
 * @param field the field it belongs to, or {@code null} for the command as a whole
 * @param message what is wrong and what to do
 * @param rule the business rule it rests on, or {@code null}
 */
public record ProblemText(String field, String message, String rule) {}
