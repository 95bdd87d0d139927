package org.thun.identity.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.web.servlet.LocaleResolver;

/** Where people are led when they sign in, fail to, or have to again. The sign-in page explains by the word after "?". */
final class SignInPages {

    static final String SIGN_IN = "/signin";

    private SignInPages() {}

    /** After signing in: to the page asked for before, in the language the person prefers. */
    static final class Success extends SavedRequestAwareAuthenticationSuccessHandler {

        private final AccountMapper accounts;
        private final ObjectProvider<LocaleResolver> languages;

        Success(AccountMapper accounts, ObjectProvider<LocaleResolver> languages) {
            this.accounts = accounts;
            this.languages = languages;
            setDefaultTargetUrl("/");
        }

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                throws ServletException, IOException {
            accounts.find(((SignedIn) authentication.getPrincipal()).accountId())
                    .map(AccountRow::lang)
                    .ifPresent(language -> languages.ifAvailable(resolver ->
                            resolver.setLocale(request, response, Locale.forLanguageTag(language))));
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }

    /** After failing: back to the page, with what to do. */
    static final class Failure extends SimpleUrlAuthenticationFailureHandler {

        @Override
        public void onAuthenticationFailure(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
                throws IOException {
            getRedirectStrategy().sendRedirect(request, response, SIGN_IN + "?" + reason(failure));
        }

        private static String reason(AuthenticationException failure) {
            if (failure instanceof LockedException) {
                return "wait";
            }
            return failure instanceof DisabledException ? "disabled" : "error";
        }
    }

    /** Nobody is signed in (any more). */
    static final class EntryPoint extends LoginUrlAuthenticationEntryPoint {

        EntryPoint() {
            super(SIGN_IN);
        }

        @Override
        public void commence(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
                throws IOException, ServletException {
            if (request.getHeader("HX-Request") != null) {
                // A redirect would put the sign-in page into the part of the page that was asked for.
                response.setHeader("HX-Redirect",
                        request.getContextPath() + determineUrlToUseForThisRequest(request, response, exception));
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                return;
            }
            super.commence(request, response, exception);
        }

        @Override
        protected String determineUrlToUseForThisRequest(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
            boolean expired = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            return SIGN_IN + (expired ? "?expired" : "");
        }
    }
}
