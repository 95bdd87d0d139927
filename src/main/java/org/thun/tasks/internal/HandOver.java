package org.thun.tasks.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.AccountChanged;
import org.thun.identity.AccountChanged.Change;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.Deputies.Entry;
import org.thun.identity.Deputies.State;
import org.thun.identity.Deputyship;
import org.thun.identity.Post;
import org.thun.shared.LocalizedText;
import org.thun.tasks.OpenTask;
import org.thun.tasks.PostTasks;
import org.thun.workflow.DailyWork;

/**
 * Open tasks follow the post. What somebody has taken goes to the successor, or back to everybody of the post, as soon as
 * that person can do it no longer: at once when a post or a deputyship is ended, and at the beginning of the day after its
 * last. On a deputy's first day what the absent person had taken goes back, so that the deputy finds it.
 */
@Component
class HandOver implements PostTasks, DailyWork {

    private static final Set<Change> LOSING = EnumSet.of(Change.POST_ENDED, Change.DISABLED);

    /** More tasks than anybody takes. */
    private static final int MOST = 10_000;

    private final InboxMapper inbox;
    private final DeputyTaskMapper taken;
    /** The sources rest on rooms whose changes end posts. */
    private final ObjectProvider<TaskSources> sources;
    private final Accounts accounts;
    private final Deputies deputies;
    private final AuditTrail audit;

    HandOver(
            InboxMapper inbox,
            DeputyTaskMapper taken,
            ObjectProvider<TaskSources> sources,
            Accounts accounts,
            Deputies deputies,
            AuditTrail audit) {
        this.inbox = inbox;
        this.taken = taken;
        this.sources = sources;
        this.accounts = accounts;
        this.deputies = deputies;
        this.audit = audit;
    }

    /** In the transaction of the change itself. */
    @EventListener
    void on(AccountChanged changed) {
        if (LOSING.contains(changed.change())) {
            moveWhatIsLost(changed.accountId(), changed.actor());
            // What rested on the post has ended with it.
            deputies.of(changed.accountId()).forEach(entry -> moveWhatIsLost(entry.deputyId(), changed.actor()));
        } else if (changed.change() == Change.DEPUTY_REVOKED) {
            deputies.get(changed.objectId()).ifPresent(entry -> moveWhatIsLost(entry.deputyId(), changed.actor()));
        } else if (changed.change() == Change.DEPUTY_NAMED) {
            deputies.get(changed.objectId())
                    .filter(entry -> entry.state() == State.RUNNING)
                    .ifPresent(entry -> openTo(entry, changed.actor()));
        }
    }

    /** Posts and deputyships that ended yesterday, and deputyships that begin. */
    @Override
    @Transactional
    public void on(LocalDate day) {
        for (String address : taken.takers()) {
            moveWhatIsLost(address.substring(Actor.audience("").length()), Actor.SYSTEM);
        }
        deputies.beginningOn(day).stream()
                .filter(entry -> entry.state() == State.RUNNING)
                .forEach(entry -> openTo(entry, Actor.SYSTEM));
    }

    private void moveWhatIsLost(String accountId, Actor by) {
        Optional<Actor> person = accounts.actor(accountId);
        for (InboxRow row : taken(accountId)) {
            if (person.flatMap(holder -> Authority.of(row, holder, Set.of())).isEmpty() && isTaken(row)) {
                move(row, accountId, successor(row, accountId), by);
            }
        }
    }

    private void openTo(Entry entry, Actor by) {
        Deputyship deputyship = entry.deputyship();
        for (InboxRow row : taken(deputyship.principalId())) {
            if (Authority.opens(deputyship, row) && isTaken(row)) {
                move(row, deputyship.principalId(), Optional.empty(), by);
            }
        }
    }

    private List<InboxRow> taken(String accountId) {
        return taken.at(Actor.audience(accountId), MOST);
    }

    /** Taken by choice. What only one person may do (an evaluator's assessment) has no post to follow. */
    private boolean isTaken(InboxRow row) {
        return sources.getObject()
                        .contextOf(row.processKey(), row.elementId(), row.businessKey())
                        .assigneeId()
                == null;
    }

    /** Who was named to take over, if that person can do the task today. */
    private Optional<Actor> successor(InboxRow row, String accountId) {
        return row.roles().stream()
                .flatMap(role -> accounts.successorOf(accountId, role, row.toTask().scope()).stream())
                .filter(next -> Authority.own(row, next).isPresent())
                .filter(next -> !taken.excluded(row.taskId()).contains(next.accountId()))
                .findFirst();
    }

    private void move(InboxRow found, String leaving, Optional<Actor> successor, Actor by) {
        InboxRow row = inbox.lock(found.taskId()).filter(locked -> leaving.equals(locked.assigneeId())).orElse(null);
        if (row == null) {
            return;
        }
        inbox.assign(row.taskId(), successor.map(Actor::accountId).orElse(null));
        inbox.deleteAudiences(row.taskId());
        inbox.insertAudiences(row.taskId(), row.dueOn(), successor
                .<Collection<String>>map(next -> List.of(Actor.audience(next.accountId())))
                .orElseGet(() -> InboxFeed.audiences(row.unassigned())));
        String from = accounts.nameOf(leaving).map(LocalizedText::th).orElse(leaving);
        audit.record(by, AuditEvent.of(row.caseId(), successor.isPresent() ? "task.handOver" : "task.return",
                        row.elementId(), row.taskId())
                .because(from + successor.map(next -> " → " + next.name().th()).orElse("")));
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenTask> movingWith(String accountId, Post post, LocalDate lastDay) {
        LocalDate after = lastDay.plusDays(1);
        List<Post> left = accounts.postsBetween(accountId, after, after).stream()
                .filter(other -> other.role() != post.role() || !other.address().equals(post.address()))
                .toList();
        return taken(accountId).stream()
                .filter(row -> covers(post, row) && left.stream().noneMatch(other -> covers(other, row)))
                .filter(this::isTaken)
                .map(InboxRow::toTask)
                .toList();
    }

    private static boolean covers(Post post, InboxRow row) {
        return row.roles().contains(post.role()) && post.covers(row.toTask().scope());
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenTask> takenBy(String accountId) {
        return taken(accountId).stream().filter(this::isTaken).map(InboxRow::toTask).toList();
    }
}
