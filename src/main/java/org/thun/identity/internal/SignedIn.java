package org.thun.identity.internal;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** What a session remembers of the person: who it is. Posts are read anew at every request, so a lost post is lost at once. */
final class SignedIn implements UserDetails, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String accountId;
    private final String username;
    private final boolean enabled;
    private String passwordHash;

    SignedIn(AccountRow account) {
        this.accountId = account.id();
        this.username = account.username();
        this.enabled = account.enabled();
        this.passwordHash = account.passwordHash();
    }

    String accountId() {
        return accountId;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
