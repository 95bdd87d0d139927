package org.thun.web;

import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A message shown once, on the page after a redirect. The layout shows it on top of whatever page comes next.
 *
 * @param kind {@code good}, {@code info}, {@code warn} or {@code bad}
 * @param messageKey key of the text
 * @param args its arguments, formatted for the reader; serializable, because the session keeps them until the next page
 */
public record Flash(String kind, String messageKey, List<Object> args) implements java.io.Serializable {

    /** Model attribute under which the layout looks for it. */
    public static final String ATTRIBUTE = "flash";

    /** Something was done. */
    public static void good(RedirectAttributes redirect, String messageKey, Object... args) {
        add(redirect, "good", messageKey, args);
    }

    /** Something to know. */
    public static void info(RedirectAttributes redirect, String messageKey, Object... args) {
        add(redirect, "info", messageKey, args);
    }

    /** Something was done that needs another look. */
    public static void warn(RedirectAttributes redirect, String messageKey, Object... args) {
        add(redirect, "warn", messageKey, args);
    }

    /** Something was not done. */
    public static void bad(RedirectAttributes redirect, String messageKey, Object... args) {
        add(redirect, "bad", messageKey, args);
    }

    private static void add(RedirectAttributes redirect, String kind, String messageKey, Object... args) {
        redirect.addFlashAttribute(ATTRIBUTE, new Flash(kind, messageKey, List.of(args)));
    }
}
