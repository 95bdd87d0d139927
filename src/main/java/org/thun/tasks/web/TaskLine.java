package org.thun.tasks.web;

/**
 * An open task as the list of my work shows it, in the reader's language. Made ready here because the list is the page
 * everybody opens first, and an expression of a template takes longer than the call it makes: the template only sets text.
 *
 * @param address where the task is done
 * @param name what is to be done
 * @param subject what it is about
 * @param label what the button says to those who do not see the row
 * @param urgency how near the due day is, as the style sheet names it
 * @param due how far the due day is away, in words
 * @param dueDay the due day
 * @param caseLabel number or short name of the case
 * @param process the process it belongs to
 * @param mine whether the reader has taken it
 * @param inPlaceOf for whom the reader would do it as a deputy, in words, or {@code null}
 */
record TaskLine(
        String address,
        String name,
        String subject,
        String label,
        String urgency,
        String due,
        String dueDay,
        String caseLabel,
        String process,
        boolean mine,
        String inPlaceOf) {}
