package org.thun.registry.web;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thun.shared.Ids;

/** Words people look for, kept in their session under an id that says nothing: names do not belong into addresses (BR-39). */
final class SearchTexts {

    private static final String ATTRIBUTE = "registry.searches";
    private static final int MOST = 20;

    private SearchTexts() {}

    /** Keeps a text; gives the id under which it is found again. The oldest are forgotten. */
    static String keep(HttpSession session, String text) {
        // A new map each time: the session is written only when an attribute is set anew.
        LinkedHashMap<String, String> texts = new LinkedHashMap<>(texts(session));
        String id = Ids.next();
        texts.put(id, text);
        while (texts.size() > MOST) {
            texts.remove(texts.keySet().iterator().next());
        }
        session.setAttribute(ATTRIBUTE, texts);
        return id;
    }

    /** The text kept under an id, or {@code null}. */
    static String of(HttpSession session, String id) {
        return id == null ? null : texts(session).get(id);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(HttpSession session) {
        Object texts = session.getAttribute(ATTRIBUTE);
        return texts == null ? Map.of() : (Map<String, String>) texts;
    }
}
