package org.thun.identity.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.identity.AccountChanged;
import org.thun.identity.AccountChanged.Change;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.PostChanges;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.internal.AccountMapper.PostRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Problem;

@Service
class PostChangeDesk implements PostChanges {

    private final AccountMapper accounts;
    private final AccountDesk desk;
    private final Actors actors;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    PostChangeDesk(
            AccountMapper accounts,
            AccountDesk desk,
            Actors actors,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.desk = desk;
        this.actors = actors;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Problem> against(String accountId, Post post) {
        List<Post> held = accounts.allPosts(List.of(accountId)).stream().map(PostChangeDesk::post).toList();
        return Stream.concat(
                        AppointmentRules.refusals(held, post).stream(),
                        AppointmentRules.refusalsBesideCovered(actors.covered(accountId), post).stream())
                .distinct()
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void appoint(String accountId, Post post, Actor by) {
        desk.appoint(accountId, post, by);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String accountId, Role role, Scope scope, LocalDate lastDay, String reason, Actor by) {
        for (PostRow row : accounts.allPosts(List.of(accountId))) {
            Post held = post(row);
            if (held.role() == role && held.covers(scope) && held.isHeldOn(clock.today())) {
                accounts.endPost(row.id(), lastDay, null);
                Post ended = new Post(role, held.scopeKind(), held.scopeId(), held.validFrom(), lastDay);
                events.publishEvent(new AccountChanged(by, accountId, Change.POST_ENDED, row.id(), role.name(), null,
                        AccountDesk.inWords(ended) + ": " + reason, null));
            }
        }
    }

    private static Post post(PostRow row) {
        return new Post(row.role(), row.scopeKind(), row.scopeId(), row.validFrom(), row.validTo());
    }
}
