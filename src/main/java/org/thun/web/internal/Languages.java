package org.thun.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.lang.Nullable;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The two languages of the screens. A person's choice is kept in a cookie; without one it is Thai. */
final class Languages {

    static final String PARAMETER = "lang";
    static final Locale THAI = Locale.forLanguageTag("th");
    static final List<Locale> ALL = List.of(THAI, Locale.ENGLISH);

    private static final String API = "/api/";

    private Languages() {}

    /** The offered language that a tag asks for, or {@code null}. */
    @Nullable
    static Locale offered(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return ALL.stream().filter(offered -> offered.getLanguage().equals(language)).findFirst().orElse(null);
    }

    /** Browsers are often set to English by nobody's choice, so their header counts only where programs ask. */
    private static Locale withoutCookie(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + API)
                && request.getHeader("Accept-Language") != null) {
            Locale asked = offered(request.getLocale().toLanguageTag());
            return asked == null ? THAI : asked;
        }
        return THAI;
    }

    static final class Resolver extends CookieLocaleResolver {

        Resolver() {
            super(PARAMETER);
            setDefaultLocaleFunction(Languages::withoutCookie);
            setCookieMaxAge(Duration.ofDays(365));
            setCookieHttpOnly(true);
            setCookieSameSite("Lax");
            setRejectInvalidCookies(false);
        }

        @Override
        @Nullable
        protected Locale parseLocaleValue(String value) {
            return offered(value);
        }
    }

    static final class Switch extends LocaleChangeInterceptor {

        Switch() {
            setParamName(PARAMETER);
            setIgnoreInvalidLocale(true);
        }

        @Override
        protected Locale parseLocaleValue(String value) {
            Locale offered = offered(value);
            if (offered == null) {
                throw new IllegalArgumentException("no such language here: " + value);
            }
            return offered;
        }
    }
}
