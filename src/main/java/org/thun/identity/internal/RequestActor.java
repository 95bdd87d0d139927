package org.thun.identity.internal;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.CurrentActor;

@Component
class RequestActor implements CurrentActor {

    private static final String ATTRIBUTE = RequestActor.class.getName();

    private final Accounts accounts;

    RequestActor(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean isPresent() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn;
    }

    @Override
    public Actor get() {
        if (!isPresent()) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        Actor actor = (Actor) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (actor == null) {
            SignedIn signedIn =
                    (SignedIn) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
            actor = accounts.actor(signedIn.accountId())
                    .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("account is no longer enabled"));
            request.setAttribute(ATTRIBUTE, actor, RequestAttributes.SCOPE_REQUEST);
        }
        return actor;
    }
}
