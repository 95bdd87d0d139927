package org.thun.web.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.thun.identity.Actor;
import org.thun.identity.CurrentActor;
import org.thun.identity.FirstAdministrator;
import org.thun.identity.SignInHints;
import org.thun.shared.BusinessClock;
import org.thun.shared.ThaiDates;
import org.thun.web.Formats;
import org.thun.web.NavigationEntry;

/** What the frame around every page shows: who is signed in, where they can go, which day it is. */
@Component("shell")
class Shell {

    /** The signed-in person, as the header names them. */
    public record User(String accountId, String displayName, String roles) {}

    /** An entry of the main navigation. */
    public record Place(String path, String messageKey, boolean current) {}

    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);

    private final BusinessClock clock;
    private final CurrentActor currentActor;
    private final Formats formats;
    private final List<NavigationEntry> entries;
    private final ObjectProvider<SignInHints> hints;
    private final ObjectProvider<FirstAdministrator> first;
    private final String version;

    Shell(
            BusinessClock clock,
            CurrentActor currentActor,
            Formats formats,
            ObjectProvider<NavigationEntry> entries,
            ObjectProvider<SignInHints> hints,
            ObjectProvider<FirstAdministrator> first) {
        this.clock = clock;
        this.currentActor = currentActor;
        this.formats = formats;
        this.entries = entries.stream().sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
        this.hints = hints;
        this.first = first;
        this.version = Optional.ofNullable(getClass().getPackage().getImplementationVersion()).orElse("dev");
    }

    /** Language of the page, as HTML names it. */
    public String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    /** The page as it is, in that language. */
    public String inLanguage(String language) {
        return with(Languages.PARAMETER, language);
    }

    /** The list as it is, on another page. */
    public String onPage(int page) {
        return with("page", Integer.toString(page));
    }

    /** The current address with one parameter set, the others kept as they are; relative to the server. */
    public String with(String parameter, String value) {
        HttpServletRequest request = request();
        String query = failed(request) ? null : request.getQueryString();
        Stream<String> kept = query == null || query.isEmpty()
                ? Stream.empty()
                : Arrays.stream(query.split("&")).filter(pair -> !pair.equals(parameter) && !pair.startsWith(parameter + "="));
        return Stream.concat(kept, Stream.of(parameter + "=" + value)).collect(Collectors.joining("&", path(request) + "?", ""));
    }

    /** Who is signed in, or {@code null} on pages open to everybody. */
    public User user() {
        return actor().map(actor -> new User(actor.accountId(), formats.text(actor.name()), roles(actor))).orElse(null);
    }

    /** The places this person may go to. */
    public List<Place> navigation() {
        return actor().map(actor -> {
            HttpServletRequest request = request();
            String here = path(request).substring(request.getContextPath().length());
            List<NavigationEntry> visible =
                    entries.stream().filter(entry -> entry.visibleTo(actor)).toList();
            NavigationEntry current = visible.stream()
                    .filter(entry -> contains(entry.path(), here))
                    .max(Comparator.comparingInt(entry -> entry.path().length()))
                    .orElse(null);
            return visible.stream()
                    .map(entry -> new Place(entry.path(), entry.messageKey(), entry == current))
                    .toList();
        }).orElse(List.of());
    }

    /** The accounts that the sign-in page offers to try, or {@code null} outside the demonstration. */
    public SignInHints signInHints() {
        return hints.getIfAvailable();
    }

    /** Whether nobody can sign in yet, because there is no account. */
    public boolean awaitsFirstAdministrator() {
        return first.stream().anyMatch(FirstAdministrator::isAwaited);
    }

    /** Whether the day shown is one of training, not the real one. */
    public boolean training() {
        return clock.moved();
    }

    public String today() {
        return ThaiDates.formatLong(clock.today(), LocaleContextHolder.getLocale());
    }

    public String todayIso() {
        return clock.today().toString();
    }

    public String version() {
        return version;
    }

    /** On an error page the person may be beyond reach (the database is down); the page has to come all the same. */
    private Optional<Actor> actor() {
        if (!currentActor.isPresent()) {
            return Optional.empty();
        }
        if (!failed(request())) {
            return Optional.of(currentActor.get());
        }
        try {
            return Optional.of(currentActor.get());
        } catch (RuntimeException e) {
            LOG.warn("error page without its person", e);
            return Optional.empty();
        }
    }

    private String roles(Actor actor) {
        return actor.roles().stream()
                .map(role -> formats.message(role.messageKey()))
                .collect(Collectors.joining(", "));
    }

    private static boolean contains(String place, String path) {
        return path.equals(place) || !place.equals("/") && path.startsWith(place + "/");
    }

    /** After an error the container serves another address than the one in the browser's bar. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static boolean failed(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
