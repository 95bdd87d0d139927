package org.thun.tasks.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.Deputies.Stand;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.internal.DeputyTaskMapper.ActRow;

/**
 * Keeps deputies, and those for whom they act, from both sides of a decision (SD6, SD10). Checked when a task is completed:
 * only then is it known who has done what.
 */
@Component
class Sides {

    /** Names in a message; more would not be read. */
    private static final int NAMES = 5;

    private final DeputyTaskMapper acts;
    private final TaskSources sources;
    private final Deputies deputies;
    private final BusinessClock clock;

    Sides(DeputyTaskMapper acts, TaskSources sources, Deputies deputies, BusinessClock clock) {
        this.acts = acts;
        this.sources = sources;
        this.deputies = deputies;
        this.clock = clock;
    }

    /** The excluded, and those in whose place they acted on that object: what was done for somebody is theirs too. */
    Set<String> widened(String businessKey, Set<String> excluded) {
        return excluded.isEmpty() ? excluded : widened(excluded, acts.actsOn(businessKey));
    }

    private static Set<String> widened(Set<String> excluded, List<ActRow> acts) {
        Set<String> all = new HashSet<>(excluded);
        acts.stream()
                .filter(act -> excluded.contains(act.accountId()))
                .map(ActRow::principalId)
                .forEach(all::add);
        return all;
    }

    /** What keeps this person from that task in their own name beyond exclusions: another role taken for somebody (SD10). */
    List<Problem> againstOwn(InboxRow row, Authority authority, Actor actor) {
        boolean otherRole = acts.actsOn(row.businessKey()).stream()
                .anyMatch(act -> act.accountId().equals(actor.accountId()) && act.role() != authority.role());
        return otherRole ? List.of(Problem.of("tasks.problem.deputy.earlier").under("SD10")) : List.of();
    }

    /** What keeps a deputy from that task, with who may act instead. */
    List<Problem> againstDeputy(InboxRow row, Authority authority, Actor actor, Set<String> excluded) {
        if (excluded.contains(authority.deputyship().principalId())) {
            return List.of(problem("tasks.problem.deputy.sides", instead(row, actor, null, excluded),
                    authority.principal()).under("SD6"));
        }
        if (acts.rolesIn(row.caseId(), actor.accountId()).stream().anyMatch(role -> role != authority.role())) {
            return List.of(problem("tasks.problem.deputy.role", instead(row, actor, null, excluded)).under("SD10"));
        }
        Money limit = authority.deputyship().limit();
        return limit == null
                ? List.of()
                : sources.amountOf(row.processKey(), row.elementId(), row.businessKey())
                        .filter(amount -> !authority.deputyship().reaches(amount))
                        .map(amount -> problem("tasks.problem.deputy.limit", instead(row, actor, amount, excluded), amount,
                                limit).under("SD6"))
                        .stream()
                        .toList();
    }

    /** The names come last among the arguments; where nobody is left, the text says what to do. */
    private static Problem problem(String key, List<LocalizedText> names, Object... args) {
        if (names.isEmpty()) {
            return Problem.of(key + ".nobody", args);
        }
        LocalizedText all = new LocalizedText(
                names.stream().map(LocalizedText::th).collect(Collectors.joining(", ")),
                names.stream().map(name -> name.in(Locale.ENGLISH)).collect(Collectors.joining(", ")));
        return Problem.of(key, Stream.concat(Stream.of(args), Stream.of(all)).toArray());
    }

    /** Names of the people who can do that task today. */
    private List<LocalizedText> instead(InboxRow row, Actor actor, Money amount, Set<String> excluded) {
        OpenTask task = row.toTask();
        return task.roles().stream()
                .flatMap(role -> deputies.able(role, task.scope(), clock.today(), clock.today()).stream())
                .filter(stand -> !stand.accountId().equals(actor.accountId()))
                .filter(stand -> !excluded.contains(stand.accountId()))
                .filter(stand -> fits(stand, row, amount, excluded))
                .map(Stand::name)
                .distinct()
                .limit(NAMES)
                .toList();
    }

    static boolean fits(Stand stand, InboxRow row, Money amount, Set<String> excluded) {
        return stand.deputyship() == null
                || !excluded.contains(stand.deputyship().principalId())
                        && Authority.opens(stand.deputyship(), row)
                        && (amount == null || stand.deputyship().reaches(amount));
    }
}
