package org.thun.identity.internal;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Sign-in by name and password, for the form and for HTTP Basic: throttled, and silent about which accounts exist. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final SignInAttempts attempts;

    PasswordSignIn(UserDetailsService accounts, PasswordEncoder encoder, SignInAttempts attempts) {
        this.attempts = attempts;
        this.passwords = new DaoAuthenticationProvider(accounts);
        this.passwords.setPasswordEncoder(encoder);
        // Only who knows the password learns that an account is closed.
        this.passwords.setPreAuthenticationChecks(account -> {});
        this.passwords.setPostAuthenticationChecks(account -> {
            if (!account.isEnabled()) {
                throw new DisabledException("account is disabled: " + account.getUsername());
            }
        });
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName();
        if (attempts.mustWait(username)) {
            throw new LockedException("too many wrong passwords: " + username);
        }
        try {
            Authentication signedIn = passwords.authenticate(attempt);
            attempts.forget(username);
            return signedIn;
        } catch (BadCredentialsException e) {
            attempts.failed(username);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
