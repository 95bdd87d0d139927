package org.thun.identity.internal;

import java.util.List;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.thun.identity.Actor;
import org.thun.identity.CurrentActor;
import org.thun.identity.Deputyship;
import org.thun.identity.Post;
import org.thun.identity.internal.AccountMapper.SenderRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;

@Component
class RequestActor implements CurrentActor {

    private static final String ATTRIBUTE = RequestActor.class.getName();

    private final AccountMapper accounts;
    private final Actors actors;
    private final BusinessClock clock;

    RequestActor(AccountMapper accounts, Actors actors, BusinessClock clock) {
        this.accounts = accounts;
        this.actors = actors;
        this.clock = clock;
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
            List<SenderRow> rows = accounts.sender(signedIn.accountId(), clock.today());
            if (rows.isEmpty()) {
                throw new AuthenticationCredentialsNotFoundException("account is no longer enabled");
            }
            sender = sender(rows);
            request.setAttribute(ATTRIBUTE, sender, RequestAttributes.SCOPE_REQUEST);
        }
        return sender;
    }

    private Sender sender(List<SenderRow> rows) {
        SenderRow account = rows.get(0);
        List<Post> posts = rows.stream().flatMap(row -> row.post().stream()).toList();
        // Few people are anybody's deputy today: only theirs is a second statement.
        List<Deputyship> deputyships = account.deputy() ? actors.deputyships(account.id()) : List.of();
        return new Sender(
                new Actor(account.id(), account.username(), new LocalizedText(account.nameTh(), account.nameEn()), posts,
                        deputyships, null, null),
                account.mustChangePassword());
    }
}
