package org.thun.web.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.thun.shared.BusinessClock;
import org.thun.shared.ThaiDates;

/** What the frame around every page shows: who is signed in, where they can go, which day it is. */
@Component("shell")
class Shell {

    /** The signed-in person, as the header names them. */
    public record User(String displayName, String roles) {}

    /** An entry of the main navigation. */
    public record Place(String path, String messageKey, boolean current) {}

    private final BusinessClock clock;
    private final String version;

    Shell(BusinessClock clock) {
        this.clock = clock;
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

    /** The current address with one parameter set, the others kept; relative to the server. */
    public String with(String parameter, String value) {
        HttpServletRequest request = request();
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path(request));
        String query = query(request);
        if (query != null) {
            address.query(query);
        }
        return address.replaceQueryParam(parameter, value).build(false).toUriString();
    }

    /** Who is signed in, or {@code null} on pages open to everybody. */
    public User user() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken ? null : new User(who.getName(), "");
    }

    public List<Place> navigation() {
        return List.of();
    }

    public boolean training() {
        return false;
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

    /** After an error the container serves another address than the one in the browser's bar. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static String query(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getQueryString() : null;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
