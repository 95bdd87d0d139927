package org.thun.journeys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as the server sent it: much quicker to read than to show, and enough to know whether its like was seen before. */
final class PageSource {

    private static final Pattern LINK = Pattern.compile("<a\\b([^>]*)>(.*?)</a>", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("\\bhref=\"(/[^\"#]*)\"");
    private static final Pattern LEADS_OUT = Pattern.compile("\\bdownload\\b|target=\"_blank\"|hreflang=");
    private static final Pattern ELEMENT = Pattern.compile("<([a-z][a-z0-9]*)\\b([^>]*)>");
    private static final Pattern MARKS = Pattern.compile("\\b(class|role|type|data-island)=\"([^\"]*)\"");
    private static final Pattern HEADING = Pattern.compile("<h1\\b[^>]*>(.*?)</h1>", Pattern.DOTALL);
    private static final Pattern UNREAD = Pattern.compile("<(script|style|noscript|svg)\\b.*?</\\1>|<[^>]*>", Pattern.DOTALL);

    private final String html;

    PageSource(String html) {
        this.html = html;
    }

    /** A link to another page of the application, and its words. */
    record Link(String path, String words) {}

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (MatchResult link : LINK.matcher(html).results().toList()) {
            Matcher address = ADDRESS.matcher(link.group(1));
            if (address.find() && !LEADS_OUT.matcher(link.group(1)).find()) {
                links.add(new Link(address.group(1).replace("&amp;", "&"), words(link.group(2))));
            }
        }
        return links;
    }

    /** Its kinds of elements: what a style sheet and axe-core can tell apart. */
    Set<String> elements() {
        Set<String> kinds = new HashSet<>();
        for (MatchResult element : ELEMENT.matcher(html).results().toList()) {
            StringBuilder kind = new StringBuilder(element.group(1));
            MARKS.matcher(element.group(2)).results().forEach(mark -> kind.append(' ').append(mark.group(2)));
            kinds.add(kind.toString());
        }
        return kinds;
    }

    String heading() {
        Matcher heading = HEADING.matcher(html);
        return heading.find() ? words(heading.group(1)) : "";
    }

    /** What there is to read on it. */
    String words() {
        return words(html);
    }

    private static String words(String html) {
        return UNREAD.matcher(html).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }
}
