package org.thun.privacy.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.documents.Document;
import org.thun.documents.Documents;
import org.thun.documents.ObjectRef;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.privacy.Privacy;
import org.thun.privacy.PrivacyRequest;
import org.thun.privacy.RequestKind;
import org.thun.privacy.RequestState;
import org.thun.privacy.SubjectFile;
import org.thun.privacy.internal.PrivacyMapper.RequestRow;
import org.thun.programmes.Programmes;
import org.thun.registry.PersonalRecords;
import org.thun.registry.PersonalRecords.SamePerson;
import org.thun.registry.RecordFilter;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
class PrivacyDesk implements Privacy {

    private static final int LONGEST_REASON = 1000;

    private final PrivacyMapper requests;
    private final PersonalRecords people;
    private final Registers registers;
    private final Documents documents;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;
    private final SubjectPdf pdf;

    PrivacyDesk(PrivacyMapper requests, PersonalRecords people, Registers registers, Documents documents, Grants grants,
            Programmes programmes, AuditTrail audit, BusinessClock clock, ObjectMapper json,
            PlatformTransactionManager transactions, SubjectPdf pdf) {
        this.requests = requests;
        this.people = people;
        this.registers = registers;
        this.documents = documents;
        this.grants = grants;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.pdf = pdf;
    }

    @Override
    @Transactional
    public Outcome<SubjectFile> subjectFile(String recordId, String givenReason, Actor actor) {
        RegisterRecord record = registers.find(recordId, actor).orElse(null);
        List<Problem> problems = actingFor(record, givenReason, actor);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        String reason = givenReason.strip();
        audit.record(acting(Action.CREATE, record.scope(), actor),
                AuditEvent.of(recordId, "privacy.subjectFile", Registers.OBJECT_TYPE, recordId).because(reason));
        SamePerson same = people.samePerson(recordId, actor);
        return Outcome.done(new SubjectFile(clock.dateTime(), actor.name().th(), reason,
                same.recordIds().stream().flatMap(id -> registers.find(id, actor).stream())
                        .map(each -> held(each, actor))
                        .toList(),
                same.elsewhere()));
    }

    @Override
    public byte[] print(SubjectFile file, Locale language) {
        return pdf.print(file, language);
    }

    private SubjectFile.Held held(RegisterRecord record, Actor actor) {
        return new SubjectFile.Held(record, people.sensitive(record.id(), actor).orElse(null),
                registers.versions(record.id(), actor), people.counted(record.id(), actor),
                audit.stream(record.id()).stream().map(PrivacyDesk::trace).toList(),
                documents.ofObject(new ObjectRef(Registers.OBJECT_TYPE, record.id()), actor).stream()
                        .map(Document::title)
                        .toList());
    }

    private static SubjectFile.Trace trace(AuditEntry entry) {
        return new SubjectFile.Trace(entry.atTime(), entry.accountName(), entry.command(), entry.reason());
    }

    @Override
    @Transactional
    public Outcome<String> askAnonymise(String recordId, String givenReason, Actor actor) {
        RegisterRecord record = registers.find(recordId, actor).orElse(null);
        List<Problem> problems = actingFor(record, givenReason, actor);
        if (problems.isEmpty() && requests.countAsked(recordId, RequestKind.ANONYMISE) > 0) {
            problems = List.of(Problem.of("privacy.problem.asked"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        return Outcome.done(open(new RequestRow(Ids.next(), null, RequestKind.ANONYMISE, RequestState.ASKED,
                record.programmeKey(), record.organisationId(), record.facts().grantId(), record.facts().centreCode(),
                recordId, null, 1, 0, givenReason.strip(), actor.accountId(), actor.name().th(), clock.dateTime(), null,
                null, null), acting(Action.CREATE, record.scope(), actor)));
    }

    /** What stands against acting for the person of a record. */
    private static List<Problem> actingFor(RegisterRecord record, String reason, Actor actor) {
        if (record == null || !PersonalRecords.about(record.facts().register())
                || !actor.may(Action.CREATE, ObjectKind.SENSITIVE_DATA, record.scope())) {
            return List.of(Problem.of("privacy.problem.unknown"));
        }
        if (record.facts().name() == null) {
            return List.of(Problem.of("privacy.problem.nameless"));
        }
        return reasonProblems(reason);
    }

    @Override
    @Transactional
    public Outcome<Asked> askExport(RecordFilter filter, String givenReason, Actor actor) {
        Grant grant = grants.get(filter.grantId());
        long count = people.count(filter, actor);
        if (count == 0) {
            return Outcome.refused(Problem.of("privacy.problem.nothing"));
        }
        if (!needsSecondPerson(filter, grant, count)) {
            return Outcome.done(new Asked(count, null));
        }
        List<Problem> problems = reasonProblems(givenReason);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Scope scope = filter.centreCode() == null ? grant.scope() : grant.scope().atCentre(filter.centreCode());
        String id = open(new RequestRow(Ids.next(), null, RequestKind.EXPORT, RequestState.ASKED, grant.programmeKey(),
                grant.organisationId(), grant.id(), filter.centreCode(), null, write(filter), count, 0,
                givenReason.strip(), actor.accountId(), actor.name().th(), clock.dateTime(), null, null, null),
                reading(scope, actor));
        return Outcome.done(new Asked(count, id));
    }

    private boolean needsSecondPerson(RecordFilter filter, Grant grant, long count) {
        return PersonalRecords.about(filter.register())
                && count > programmes.version(grant.programmeKey(), grant.programmeVersion()).registry().exportPeople();
    }

    private String open(RequestRow row, Actor actor) {
        requests.insert(row);
        audit.record(actor, AuditEvent
                .transition(row.id(), "privacy.ask", OBJECT_TYPE, row.id(), null, RequestState.ASKED)
                .because(row.reason())
                .with(List.of(row.kind(), row.people())));
        return row.id();
    }

    /**
     * Who takes rows is written into the trail for good before the first one leaves, in a transaction of its own: a file
     * that goes out over a slow line holds nobody up.
     */
    @Override
    public Outcome<Long> export(
            RecordFilter filter, String requestId, String reason, Actor actor, Consumer<RegisterRecord> row) {
        Outcome<Void> noted = transaction.execute(status -> noteExport(filter, requestId, reason, actor));
        return Objects.requireNonNull(noted).isDone()
                ? Outcome.done(people.export(filter, actor, row))
                : Outcome.refused(noted.problems());
    }

    private Outcome<Void> noteExport(RecordFilter filter, String requestId, String reason, Actor actor) {
        Grant grant = grants.get(filter.grantId());
        long count = people.count(filter, actor);
        boolean approved = requestId != null && approvedExport(requestId, actor).filter(filter::equals).isPresent();
        if (!approved && needsSecondPerson(filter, grant, count)) {
            return Outcome.refused(Problem.of("privacy.problem.secondPerson").under("BR-39"));
        }
        audit.record(reading(grant.scope(), actor), AuditEvent
                .of(grant.id(), "privacy.export", OBJECT_TYPE, requestId == null ? grant.id() : requestId)
                .because(reason == null || reason.isBlank() ? null : reason.strip())
                .with(List.of(filter.register(), count)));
        if (approved) {
            requests.progress(requestId, RequestState.APPROVED, 0);
        }
        return Outcome.done();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RecordFilter> approvedExport(String requestId, Actor actor) {
        return find(requestId, actor)
                .filter(request -> request.kind() == RequestKind.EXPORT && request.state() == RequestState.APPROVED)
                .filter(request -> actor.accountId().equals(request.askedById()))
                .filter(request -> clock.dateTime().isBefore(request.decidedAt().plusDays(DAYS_TO_FETCH)))
                .map(request -> read(request.filter()));
    }

    @Override
    @Transactional
    public Outcome<Void> decide(String requestId, boolean agree, String givenReason, Actor actor) {
        PrivacyRequest request = requests.lock(requestId).flatMap(id -> find(id, actor)).orElse(null);
        if (request == null) {
            return Outcome.refused(Problem.of("privacy.problem.unknown"));
        }
        List<Problem> problems = standing(request, actor);
        if (problems.isEmpty() && !agree) {
            problems = reasonProblems(givenReason);
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        String reason = givenReason == null || givenReason.isBlank() ? null : givenReason.strip();
        Actor by = acting(Action.APPROVE, request.scope(), actor);
        RequestState state = agree ? RequestState.APPROVED : RequestState.REFUSED;
        requests.decide(requestId, state, actor.accountId(), actor.name().th(), clock.dateTime(), reason);
        audit.record(by, AuditEvent
                .transition(requestId, agree ? "privacy.agree" : "privacy.refuse", OBJECT_TYPE, requestId,
                        RequestState.ASKED, state)
                .because(reason));
        if (agree && request.kind() == RequestKind.ANONYMISE) {
            anonymise(request.id(), List.of(request.recordId()), request.reason(), by);
            requests.progress(requestId, RequestState.DONE, 0);
        }
        return Outcome.done();
    }

    /** Takes names and evidence files away; in the caller's transaction. */
    void anonymise(String requestId, List<String> recordIds, String reason, Actor by) {
        List<String> done = people.anonymise(recordIds, reason, by);
        done.forEach(id -> documents.erase(new ObjectRef(Registers.OBJECT_TYPE, id), by));
        requests.progress(requestId, RequestState.APPROVED, done.size());
    }

    private List<Problem> standing(PrivacyRequest request, Actor actor) {
        if (!actor.may(Action.APPROVE, ObjectKind.SENSITIVE_DATA, request.scope())) {
            return List.of(Problem.of("privacy.problem.notYours"));
        }
        if (actor.accountId().equals(request.askedById())) {
            return List.of(Problem.of("privacy.problem.own").under("SD1"));
        }
        return request.state() == RequestState.ASKED
                ? List.of()
                : List.of(Problem.of("privacy.problem.decided", request.state()));
    }

    @Override
    public boolean mayDecide(PrivacyRequest request, Actor actor) {
        return standing(request, actor).isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PrivacyRequest> find(String requestId, Actor actor) {
        return requests.find(requestId, actor.reach(Action.APPROVE, ObjectKind.SENSITIVE_DATA), actor.accountId())
                .map(RequestRow::toRequest);
    }

    /** One statement, asked by "My work" each time: without a transaction. */
    @Override
    public List<PrivacyRequest> list(Actor actor, int atMost) {
        return requests.list(actor.reach(Action.APPROVE, ObjectKind.SENSITIVE_DATA), actor.accountId(), atMost).stream()
                .map(RequestRow::toRequest)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> preview(String requestId, Actor actor, int atMost) {
        return find(requestId, actor)
                .map(request -> switch (request.kind()) {
                    case ANONYMISE -> List.of(request.recordId());
                    case RETENTION -> people.nextNaming(request.grantId(), atMost);
                    case EXPORT -> List.<String>of();
                })
                .orElse(List.of())
                .stream()
                .flatMap(id -> registers.find(id, actor).stream())
                .map(RegisterRecord::number)
                .toList();
    }

    private static Actor acting(Action action, Scope scope, Actor actor) {
        return actor.as(actor.roleFor(action, ObjectKind.SENSITIVE_DATA, scope).orElseThrow());
    }

    /** The person in a role that reads records there; of several centres' people, the first role held. */
    private static Actor reading(Scope scope, Actor actor) {
        Role role = actor.roleFor(Action.READ, ObjectKind.REGISTRY_RECORD, scope)
                .orElseGet(() -> actor.posts().get(0).role());
        return actor.as(role);
    }

    private static List<Problem> reasonProblems(String reason) {
        if (reason == null || reason.isBlank()) {
            return List.of(Problem.at("reason", "privacy.problem.reason").under("BR-39"));
        }
        return reason.length() > LONGEST_REASON
                ? List.of(Problem.at("reason", "privacy.problem.tooLong", LONGEST_REASON))
                : List.of();
    }

    private String write(RecordFilter filter) {
        try {
            return json.writeValueAsString(filter);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a filter is plain values", e);
        }
    }

    private RecordFilter read(String text) {
        try {
            return json.readValue(text, RecordFilter.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a filter we wrote ourselves cannot be read", e);
        }
    }
}
