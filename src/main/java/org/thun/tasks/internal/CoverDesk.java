package org.thun.tasks.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.Deputies.Stand;
import org.thun.identity.Deputyship;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.shared.DateRange;
import org.thun.tasks.Cover;
import org.thun.tasks.internal.DeputyTaskMapper.ExclusionRow;
import org.thun.workflow.EngineTasks;
import org.thun.workflow.EngineTasks.UserTaskModel;

@Service
@Transactional(readOnly = true)
class CoverDesk implements Cover {

    /** Open tasks of a post that are shown; the most urgent come first. */
    private static final int SHOWN = 100;

    private final DeputyTaskMapper tasks;
    private final TaskSources sources;
    private final Accounts accounts;
    private final Deputies deputies;
    private final EngineTasks engine;

    CoverDesk(
            DeputyTaskMapper tasks,
            TaskSources sources,
            Accounts accounts,
            Deputies deputies,
            EngineTasks engine) {
        this.tasks = tasks;
        this.sources = sources;
        this.accounts = accounts;
        this.deputies = deputies;
        this.engine = engine;
    }

    @Override
    public Optional<Absence> of(Actor reader, String accountId, LocalDate from, LocalDate to) {
        DateRange days = new DateRange(from, to);
        Actor away = accounts.actor(accountId).orElse(null);
        if (away == null) {
            return Optional.empty();
        }
        Set<String> arrangeable = deputies.postsToCover(reader, accountId).stream()
                .map(HeldPost::id)
                .collect(Collectors.toSet());
        List<PostCover> posts = deputies.postsOf(accountId, days).stream()
                .filter(held -> accountId.equals(reader.accountId()) || deputies.maySee(reader, held.post()))
                .map(held -> cover(accountId, held, within(held.post(), days), arrangeable.contains(held.id())))
                .sorted(Comparator.comparing((PostCover post) -> !post.hasGaps()))
                .toList();
        return posts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Absence(accountId, away.username(), away.name(), days, posts));
    }

    @Override
    public List<String> processesOf(Role role) {
        return steps(role).map(UserTaskModel::processKey).distinct().sorted().toList();
    }

    private Stream<UserTaskModel> steps(Role role) {
        return engine.models().stream().filter(model -> model.candidateGroups().contains(role.name()));
    }

    private PostCover cover(String away, HeldPost held, DateRange days, boolean mayArrange) {
        Post post = held.post();
        List<InboxRow> rows = openTasks(away, post);
        List<InboxRow> shown = rows.stream().limit(SHOWN).toList();
        Map<String, Set<String>> excluded = excluded(shown);
        List<Stand> stands = deputies.able(post.role(), days.from(), days.to()).stream()
                .filter(stand -> !stand.accountId().equals(away))
                .toList();
        Roles roles = new Roles();
        List<TaskCover> covers = shown.stream()
                .map(row -> cover(row, stands, excluded.getOrDefault(row.taskId(), Set.of()), days, roles))
                .sorted(Comparator.comparing((TaskCover task) -> task.gaps().isEmpty()))
                .toList();
        List<Stand> others = deputies.able(post, days.from(), days.to()).stream()
                .filter(stand -> !stand.accountId().equals(away))
                .toList();
        List<Step> steps = steps(post.role())
                .map(model -> new Step(model.processKey(), model.elementId(), (int) shown.stream()
                        .filter(row -> row.elementId().equals(model.elementId()))
                        .count()))
                .sorted(Comparator.comparing(Step::processKey).thenComparing(Step::elementId))
                .toList();
        // Where a role decides nothing, nothing can come up.
        List<DateRange> gaps = steps.isEmpty()
                ? List.of()
                : gaps(days, others.stream().filter(CoverDesk::isUnlimited).toList());
        return new PostCover(held, days, others, gaps, steps, covers, rows.size() > SHOWN, mayArrange);
    }

    /** What waits at the post's own address, and what its holder has taken. */
    private List<InboxRow> openTasks(String away, Post post) {
        Stream<InboxRow> taken = tasks.at(Actor.audience(away), SHOWN + 1).stream()
                .filter(row -> row.roles().contains(post.role()) && post.covers(row.toTask().scope()));
        return Stream.concat(taken, tasks.at(Actor.audience(post.role(), post.address()), SHOWN + 1).stream())
                .sorted(Comparator.comparing(InboxRow::dueOn).thenComparing(InboxRow::taskId))
                .toList();
    }

    private Map<String, Set<String>> excluded(List<InboxRow> rows) {
        return rows.isEmpty()
                ? Map.of()
                : tasks.excludedFrom(rows.stream().map(InboxRow::taskId).toList()).stream()
                        .collect(Collectors.groupingBy(ExclusionRow::taskId,
                                Collectors.mapping(ExclusionRow::accountId, Collectors.toSet())));
    }

    private TaskCover cover(InboxRow row, List<Stand> stands, Set<String> excluded, DateRange days, Roles roles) {
        List<Stand> able = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        for (Stand stand : stands) {
            if (stand.post().covers(row.toTask().scope())) {
                why(row, stand, excluded, roles)
                        .ifPresentOrElse(why -> kept.add(new Kept(stand, why)), () -> able.add(stand));
            }
        }
        return new TaskCover(row.toTask(), able, kept, gaps(days, able));
    }

    private Optional<Why> why(InboxRow row, Stand stand, Set<String> excluded, Roles roles) {
        Deputyship deputyship = stand.deputyship();
        if (excluded.contains(stand.accountId())) {
            return Optional.of(Why.HAND);
        }
        if (deputyship == null) {
            return Optional.empty();
        }
        if (excluded.contains(deputyship.principalId())) {
            return Optional.of(Why.PRINCIPAL);
        }
        if (!Authority.opens(deputyship, row)) {
            return Optional.of(Why.WORK);
        }
        if (roles.in(row.caseId(), stand.accountId()).stream().anyMatch(role -> role != stand.post().role())) {
            return Optional.of(Why.ROLE);
        }
        boolean tooMuch = deputyship.limit() != null
                && sources.amountOf(row.processKey(), row.elementId(), row.businessKey())
                        .filter(amount -> !deputyship.reaches(amount))
                        .isPresent();
        return tooMuch ? Optional.of(Why.LIMIT) : Optional.empty();
    }

    /** Whoever may do only some of a post's work does not cover what may come up. */
    private static boolean isUnlimited(Stand stand) {
        return stand.deputyship() == null || stand.deputyship().limit() == null && stand.deputyship().work().isEmpty();
    }

    /** The days on which none of them is there, as ranges. */
    static List<DateRange> gaps(DateRange days, List<Stand> stands) {
        List<DateRange> gaps = new ArrayList<>();
        LocalDate begin = null;
        for (LocalDate day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
            LocalDate today = day;
            boolean covered = stands.stream().anyMatch(stand -> stand.on(today));
            if (!covered && begin == null) {
                begin = day;
            } else if (covered && begin != null) {
                gaps.add(new DateRange(begin, day.minusDays(1)));
                begin = null;
            }
        }
        if (begin != null) {
            gaps.add(new DateRange(begin, days.to()));
        }
        return gaps;
    }

    private static DateRange within(Post post, DateRange days) {
        LocalDate from = post.validFrom().isAfter(days.from()) ? post.validFrom() : days.from();
        LocalDate to = post.validTo() != null && post.validTo().isBefore(days.to()) ? post.validTo() : days.to();
        return new DateRange(from, to);
    }

    /** Asks once for each person and case. */
    private final class Roles {

        private final Map<String, Set<Role>> known = new HashMap<>();

        Set<Role> in(String caseId, String accountId) {
            return known.computeIfAbsent(caseId + accountId, key -> tasks.rolesIn(caseId, accountId));
        }
    }
}
