package org.thun.identity.internal;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.thun.identity.Actor;
import org.thun.identity.CurrentActor;

@Component
class RequestActor implements CurrentActor {

    private static final String ATTRIBUTE = RequestActor.class.getName();

    private final AccountMapper accounts;
    private final Actors actors;

    RequestActor(AccountMapper accounts, Actors actors) {
        this.accounts = accounts;
        this.actors = actors;
    }

    /** What one request has to know of its sender. */
    private record Sender(Actor actor, boolean mustChangePassword) {}

    @Override
    public boolean isPresent() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn;
    }

    @Override
    public Actor get() {
        return sender().actor();
    }

    @Override
    public boolean mustChangePassword() {
        return sender().mustChangePassword();
    }

    private Sender sender() {
        if (!isPresent()) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        Sender sender = (Sender) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (sender == null) {
            SignedIn signedIn =
                    (SignedIn) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
            sender = accounts.find(signedIn.accountId())
                    .filter(AccountRow::enabled)
                    .map(account -> new Sender(actors.of(account), account.mustChangePassword()))
                    .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("account is no longer enabled"));
            request.setAttribute(ATTRIBUTE, sender, RequestAttributes.SCOPE_REQUEST);
        }
        return sender;
    }
}
