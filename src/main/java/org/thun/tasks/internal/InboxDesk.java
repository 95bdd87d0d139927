package org.thun.tasks.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Actor;
import org.thun.identity.Deputyship;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.internal.DeputyTaskMapper.Place;
import org.thun.tasks.internal.InboxMapper.ProcessCount;
import org.thun.workflow.EngineTasks;

@Service
class InboxDesk implements TaskDesk {

    private static final TypeReference<Map<String, Object>> FORM_DATA = new TypeReference<>() {};

    /** Whoever has fewer open tasks than this has them read at once. */
    private static final int READ_WHOLE = 100;

    private final InboxMapper inbox;
    private final DeputyTaskMapper deputies;
    private final InboxFeed feed;
    private final Sides sides;
    private final TaskSources sources;
    private final TaskHandlers handlers;
    private final CommandBinder binder;
    private final EngineTasks engine;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;

    InboxDesk(
            InboxMapper inbox,
            DeputyTaskMapper deputies,
            InboxFeed feed,
            Sides sides,
            TaskSources sources,
            TaskHandlers handlers,
            CommandBinder binder,
            EngineTasks engine,
            AuditTrail audit,
            BusinessClock clock,
            ObjectMapper json,
            PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.deputies = deputies;
        this.feed = feed;
        this.sides = sides;
        this.sources = sources;
        this.handlers = handlers;
        this.binder = binder;
        this.engine = engine;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Outside a transaction on purpose: most people's work is one statement, and five more would only begin and end it. */
    @Override
    public InboxPage inbox(Actor actor, InboxFilter filter) {
        Collection<String> audiences = actor.audiences();
        List<InboxRow> all = rows(audiences, actor, filter.caseId(), null, READ_WHOLE, 0);
        return all.size() < READ_WHOLE ? pageOf(all, actor, filter) : pageOfMany(audiences, actor, filter);
    }

    /** Whoever is nobody's deputy today is asked for with the plainer statement. */
    private List<InboxRow> rows(
            Collection<String> audiences, Actor actor, String caseId, String processKey, int limit, int offset) {
        return actor.deputyships().isEmpty()
                ? inbox.page(audiences, actor.accountId(), caseId, processKey, limit, offset)
                : deputies.page(places(actor), actor.accountId(), caseId, processKey, limit, offset);
    }

    /** Where somebody finds tasks: at their own addresses, and at those of the posts they cover. */
    private static List<Place> places(Actor actor) {
        List<Place> places = new ArrayList<>();
        actor.audiences().forEach(address -> places.add(new Place(address, actor.accountId(), DeputyTaskMapper.ANY)));
        for (Deputyship deputyship : actor.deputyships()) {
            String address = addressOf(deputyship);
            Set<String> work = deputyship.work().isEmpty() ? Set.of(DeputyTaskMapper.ANY) : deputyship.work();
            work.forEach(key -> places.add(new Place(address, deputyship.principalId(), key)));
        }
        return places;
    }

    private static String addressOf(Deputyship deputyship) {
        return Actor.audience(deputyship.post().role(), deputyship.post().address());
    }

    private static Map<String, LocalizedText> inPlaceOf(List<InboxRow> rows, Actor actor) {
        if (actor.deputyships().isEmpty()) {
            return Map.of();
        }
        Map<String, LocalizedText> names = new HashMap<>();
        for (InboxRow row : rows) {
            Authority.of(row, actor, Set.of())
                    .map(Authority::principal)
                    .ifPresent(name -> names.put(row.taskId(), name));
        }
        return names;
    }

    /** Everything this person can do was read: rows, numbers and processes come from it. */
    private static InboxPage pageOf(List<InboxRow> all, Actor actor, InboxFilter filter) {
        List<InboxRow> wanted = all.stream()
                .filter(row -> filter.processKey() == null || filter.processKey().equals(row.processKey()))
                .toList();
        List<InboxRow> page = wanted.stream()
                .skip((long) filter.page() * filter.size())
                .limit(filter.size())
                .toList();
        return new InboxPage(
                page.stream().map(InboxRow::toTask).toList(),
                wanted.size(),
                all.stream().map(InboxRow::processKey).distinct().sorted().toList(),
                filter.page(),
                filter.size(),
                inPlaceOf(page, actor));
    }

    private InboxPage pageOfMany(Collection<String> audiences, Actor actor, InboxFilter filter) {
        Map<String, Long> byProcess = counts(audiences, actor, filter.caseId()).stream()
                .collect(Collectors.toMap(ProcessCount::processKey, ProcessCount::tasks, Long::sum, TreeMap::new));
        long total = filter.processKey() == null
                ? byProcess.values().stream().mapToLong(Long::longValue).sum()
                : byProcess.getOrDefault(filter.processKey(), 0L);
        List<InboxRow> page = rows(audiences, actor, filter.caseId(), filter.processKey(), filter.size(),
                filter.page() * filter.size());
        return new InboxPage(page.stream().map(InboxRow::toTask).toList(), total, List.copyOf(byProcess.keySet()),
                filter.page(), filter.size(), inPlaceOf(page, actor));
    }

    private List<ProcessCount> counts(Collection<String> audiences, Actor actor, String caseId) {
        return actor.deputyships().isEmpty()
                ? inbox.countByProcess(audiences, actor.accountId(), caseId)
                : deputies.countByProcess(places(actor), actor.accountId(), caseId);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Completion.AlreadyDone> ended(String taskId, Actor actor) {
        return inbox.done(taskId)
                .filter(done -> !Collections.disjoint(
                        List.of(done.audiences().split(" ")), places(actor).stream().map(Place::address).toList()))
                .map(InboxDesk::alreadyDone);
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenTask> ofCase(String caseId) {
        return inbox.ofCase(caseId).stream().map(InboxRow::toTask).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OpenTask> open(String taskId, Actor actor) {
        return visible(taskId, actor).map(InboxRow::toTask);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TaskView> view(String taskId, Actor actor) {
        return visible(taskId, actor).map(row -> {
            OpenTask task = row.toTask();
            Authority authority = authority(row, actor);
            TaskContext context = sources.contextOf(task.processKey(), task.elementId(), task.businessKey());
            var draft = inbox.draft(taskId, actor.accountId());
            return new TaskView(task, context.casePath(),
                    handlers.of(task.formKey()).page(task, authority.acting(actor)),
                    draft.map(saved -> parse(saved.formData())).orElse(null),
                    draft.map(InboxMapper.DraftRow::savedAt).orElse(null),
                    authority.principal());
        });
    }

    @Override
    @Transactional
    public boolean claim(String taskId, Actor actor) {
        Optional<InboxRow> row = inbox.lock(taskId).filter(locked -> mayDo(locked, actor));
        row.filter(open -> open.assigneeId() == null).ifPresent(open -> {
            inbox.assign(taskId, actor.accountId());
            inbox.deleteAudiences(taskId);
            inbox.insertAudiences(taskId, open.dueOn(), List.of(Actor.audience(actor.accountId())));
            note(open, actor, "task.claim");
        });
        return row.isPresent();
    }

    @Override
    @Transactional
    public boolean release(String taskId, Actor actor) {
        Optional<InboxRow> mine = inbox.lock(taskId)
                .filter(row -> actor.accountId().equals(row.assigneeId()))
                // A task that only this person may do (an evaluator's assessment) has nobody to go back to.
                .filter(row -> contextOf(row).assigneeId() == null);
        mine.ifPresent(row -> {
            inbox.assign(taskId, null);
            inbox.deleteAudiences(taskId);
            inbox.insertAudiences(taskId, row.dueOn(), InboxFeed.audiences(row.unassigned()));
            note(row, actor, "task.release");
        });
        return mine.isPresent();
    }

    @Override
    @Transactional
    public Optional<LocalDateTime> saveDraft(String taskId, Map<String, Object> data, Actor actor) {
        if (visible(taskId, actor).isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime now = clock.dateTime();
        String text = write(data);
        if (inbox.updateDraft(taskId, actor.accountId(), text, now) == 0) {
            inbox.insertDraft(taskId, actor.accountId(), text, now);
        }
        return Optional.of(now);
    }

    @Override
    public Completion complete(String taskId, Map<String, Object> data, Actor actor) {
        try {
            return transaction.execute(status -> {
                Completion completion = completeLocked(taskId, data, actor);
                if (!(completion instanceof Completion.Completed)) {
                    status.setRollbackOnly();
                }
                return completion;
            });
        } catch (ConcurrencyFailureException | DuplicateKeyException e) {
            // Two commands met on the same object: one has won, and this one has left no trace.
            return ended(taskId, actor).<Completion>map(done -> done).orElseThrow(() -> e);
        }
    }

    private Completion completeLocked(String taskId, Map<String, Object> data, Actor actor) {
        InboxRow row = inbox.lock(taskId).orElse(null);
        if (row == null) {
            return ended(taskId, actor).<Completion>map(done -> done).orElseGet(Completion.Unknown::new);
        }
        if (!mayDo(row, actor)) {
            return new Completion.Unknown();
        }
        Set<String> excluded = sides.widened(row.businessKey(), contextOf(row).excludedIds());
        if (excluded.contains(actor.accountId())) {
            return new Completion.Unknown();
        }
        Authority authority = Authority.of(row, actor, excluded).orElseGet(() -> authority(row, actor));
        List<Problem> problems = against(row, authority, actor, excluded);
        if (!problems.isEmpty()) {
            return new Completion.Refused(problems);
        }
        OpenTask task = row.toTask();
        Actor acting = authority.acting(actor);
        Outcome<Map<String, Object>> outcome = handle(handlers.of(row.formKey()), task, data, acting);
        if (!outcome.isDone()) {
            return new Completion.Refused(outcome.problems());
        }
        feed.completedBy(acting, row, () -> engine.complete(taskId, outcome.orElseThrow()));
        return new Completion.Completed(task, next(task, actor));
    }

    /** What a deputy's history, the absent person's, and the limit have against it (SD6, SD10). */
    private List<Problem> against(InboxRow row, Authority authority, Actor actor, Set<String> excluded) {
        return authority.deputyship() == null
                ? sides.againstOwn(row, authority, actor)
                : sides.againstDeputy(row, authority, actor, excluded);
    }

    private <C extends Record> Outcome<Map<String, Object>> handle(
            TaskHandler<C> handler, OpenTask task, Map<String, Object> data, Actor actor) {
        Outcome<C> command = binder.bind(data, handler.commandType());
        return command.isDone()
                ? handler.complete(task, command.orElseThrow(), actor)
                : Outcome.refused(command.problems());
    }

    private Optional<OpenTask> next(OpenTask task, Actor actor) {
        return rows(actor.audiences(), actor, task.caseId(), null, 1, 0)
                .stream()
                .map(InboxRow::toTask)
                .findFirst();
    }

    private static Completion.AlreadyDone alreadyDone(InboxMapper.DoneRow done) {
        return new Completion.AlreadyDone(
                done.accountName() == null ? null : new LocalizedText(done.accountName(), null), done.endedAt(),
                done.subjectTh() == null ? null : new LocalizedText(done.subjectTh(), done.subjectEn()));
    }

    private Optional<InboxRow> visible(String taskId, Actor actor) {
        return inbox.find(taskId).filter(row -> mayDo(row, actor));
    }

    private boolean mayDo(InboxRow row, Actor actor) {
        if (inbox.visible(row.taskId(), actor.audiences(), actor.accountId()) > 0) {
            return !actor.accountId().equals(row.assigneeId()) || isStillTheirs(row, actor);
        }
        if (actor.deputyships().isEmpty() || row.assigneeId() != null) {
            return false;
        }
        Set<String> excluded = deputies.excluded(row.taskId());
        return !excluded.contains(actor.accountId()) && Authority.inPlace(row, actor, excluded).isPresent();
    }

    /** Whoever has taken a task and lost the post since has lost the task, also before it has found its new place. */
    private boolean isStillTheirs(InboxRow row, Actor actor) {
        return Authority.of(row, actor, Set.of()).isPresent() || contextOf(row).assigneeId() != null;
    }

    /** By what this person does the task; of a task that was assigned to them, in its first role. */
    private static Authority authority(InboxRow row, Actor actor) {
        return Authority.of(row, actor, Set.of()).orElseGet(() -> new Authority(row.roles().get(0), null));
    }

    private TaskContext contextOf(InboxRow row) {
        return sources.contextOf(row.processKey(), row.elementId(), row.businessKey());
    }

    private void note(InboxRow row, Actor actor, String command) {
        audit.record(authority(row, actor).acting(actor),
                AuditEvent.of(row.caseId(), command, row.elementId(), row.taskId()));
    }

    private Map<String, Object> parse(String text) {
        try {
            return json.readValue(text, FORM_DATA);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft we wrote ourselves cannot be read", e);
        }
    }

    private String write(Map<String, Object> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("draft is not JSON", e);
        }
    }
}
