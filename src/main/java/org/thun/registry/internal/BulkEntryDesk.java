package org.thun.registry.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.registry.BulkEntry;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordState;
import org.thun.registry.Registers;
import org.thun.registry.internal.RecordMapper.VersionRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
class BulkEntryDesk implements BulkEntry {

    private final Entry entry;
    private final RecordMapper records;
    private final RecordVersions versions;
    private final BulkRows rows;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    BulkEntryDesk(Entry entry, RecordMapper records, RecordVersions versions, BulkRows rows, Grants grants,
            Programmes programmes, AuditTrail audit, BusinessClock clock) {
        this.entry = entry;
        this.records = records;
        this.versions = versions;
        this.rows = rows;
        this.grants = grants;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
    }

    /** A batch that is admitted: all that its lines have in common, looked up once. */
    private record Admitted(Grant grant, ProgrammeDefinition definition, CentreDefinition centre, Role role) {}

    /** What the audit entry of a batch hashes of each record. */
    private record Entered(String id, String facts) {}

    @Override
    @Transactional(readOnly = true)
    public Outcome<Void> admits(Batch batch, Actor actor) {
        return admitted(batch, actor).map(admitted -> null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Outcome<Written>> check(Batch batch, List<Line> lines, Actor actor) {
        Admitted admitted = admitted(batch, actor).orElseThrow();
        Map<String, RecordRow> known = known(lines, records::named);
        LocalDate today = clock.today();
        return lines.stream().map(line -> {
            belongs(line, batch);
            RecordRow before = known.get(line.facts().id());
            List<Problem> problems = new ArrayList<>(standing(line, before));
            problems.addAll(RecordRules.problems(Entry.clean(line.facts()), admitted.grant(), admitted.definition(), today));
            return problems.isEmpty() ? Outcome.done(written(line, before)) : Outcome.<Written>refused(problems);
        }).toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Outcome<Written>> write(Batch batch, List<Line> lines, Actor actor) {
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("at most " + MOST_LINES + " lines, not " + lines.size());
        }
        Admitted admitted = admitted(batch, actor).orElseThrow();
        Map<String, RecordRow> known = known(lines, records::lock);
        LocalDateTime now = clock.dateTime();
        List<RecordFacts> entered = new ArrayList<>();
        List<Outcome<Written>> outcomes = new ArrayList<>(lines.size());
        for (Line line : lines) {
            belongs(line, batch);
            RecordRow before = known.get(line.facts().id());
            List<Problem> standing = standing(line, before);
            if (!standing.isEmpty()) {
                outcomes.add(Outcome.refused(standing));
            } else if (!line.isNew()) {
                outcomes.add(entry.correct(before, line.facts(), line.version(), true, actor)
                        .map(nothing -> written(line, before)));
            } else {
                RecordFacts facts = Entry.clean(line.facts());
                List<Problem> problems =
                        RecordRules.problems(facts, admitted.grant(), admitted.definition(), now.toLocalDate());
                if (problems.isEmpty()) {
                    entered.add(facts);
                }
                outcomes.add(problems.isEmpty() ? Outcome.done(written(line, null)) : Outcome.refused(problems));
            }
        }
        enter(batch, admitted, entered, now, actor.as(admitted.role()));
        return outcomes;
    }

    private void enter(Batch batch, Admitted admitted, List<RecordFacts> entered, LocalDateTime now, Actor actor) {
        if (entered.isEmpty()) {
            return;
        }
        List<RecordRow> added = new ArrayList<>(entered.size());
        List<VersionRow> saved = new ArrayList<>(entered.size());
        for (RecordFacts facts : entered) {
            RecordRow row = entry.row(facts, admitted.grant(), admitted.centre().provinceCode(), RecordState.SUBMITTED, 1,
                    actor, now, Optional.empty());
            added.add(row);
            saved.add(versions.row(row, facts, actor.accountId(), actor.name().th()));
        }
        rows.insert(added, entered, saved);
        audit.record(actor, AuditEvent.transition(batch.origin(), "registry.enterMany", Registers.OBJECT_TYPE, batch.origin(),
                        null, RecordState.SUBMITTED)
                .with(saved.stream().map(row -> new Entered(row.recordId(), sha256(row.facts()))).toList()));
    }

    private Outcome<Admitted> admitted(Batch batch, Actor actor) {
        Grant grant = new Cases(grants, programmes).running(batch.grantId()).orElse(null);
        if (grant == null) {
            return Outcome.refused(Problem.of("registry.problem.grant.notRunning"));
        }
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        CentreDefinition centre = definition.centre(batch.centreCode()).orElse(null);
        Scope scope = grant.scope().atCentre(batch.centreCode());
        Role role = centre == null
                ? null
                : actor.roleFor(Action.SUBMIT, ObjectKind.REGISTRY_RECORD, scope).orElse(null);
        return role == null
                ? Outcome.refused(Problem.of("registry.problem.centre"))
                : Outcome.done(new Admitted(grant, definition, centre, role));
    }

    private static Map<String, RecordRow> known(List<Line> lines, Function<List<String>, List<RecordRow>> look) {
        List<String> ids = lines.stream().filter(line -> !line.isNew()).map(line -> line.facts().id()).toList();
        return ids.isEmpty()
                ? Map.of()
                : look.apply(ids).stream().collect(Collectors.toMap(RecordRow::id, Function.identity()));
    }

    /** Whether a record that is to be corrected is there and may be. */
    private static List<Problem> standing(Line line, RecordRow before) {
        if (line.isNew()) {
            return List.of();
        }
        if (before == null) {
            return List.of(Problem.of("registry.problem.unknown"));
        }
        return switch (before.state()) {
            case DRAFT, SUBMITTED, VERIFIED, REJECTED -> before.versionNo() == line.version()
                    ? List.of()
                    : List.of(Problem.of("registry.problem.corrected", RecordNumbers.write(before.registerCode(),
                            before.recordNo())));
            default -> List.of(Problem.of("registry.problem.notEditable"));
        };
    }

    private static Written written(Line line, RecordRow before) {
        return new Written(line.facts().id(), line.version() + 1, before == null ? null : before.state());
    }

    private static void belongs(Line line, Batch batch) {
        RecordFacts facts = line.facts();
        if (!facts.grantId().equals(batch.grantId())
                || !facts.centreCode().equals(batch.centreCode())
                || facts.register() != batch.register()) {
            throw new IllegalArgumentException("record " + facts.id() + " does not belong to " + batch);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
