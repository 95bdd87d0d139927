package org.thun.registry.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
import org.thun.registry.internal.Entry.Correction;
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
    private final Identities identities;
    private final NameBook names;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    BulkEntryDesk(Entry entry, RecordMapper records, RecordVersions versions, BulkRows rows,
            Identities identities, NameBook names, Grants grants, Programmes programmes, AuditTrail audit, BusinessClock clock) {
        this.entry = entry;
        this.records = records;
        this.versions = versions;
        this.rows = rows;
        this.identities = identities;
        this.names = names;
        this.grants = grants;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
    }

    /** A lot that is admitted: all that its lines have in common, looked up once. */
    private record Admitted(Grant grant, ProgrammeDefinition definition, CentreDefinition centre, Role role) {}

    /** What the audit entry of a lot hashes of each record. */
    private record Entered(String id, String facts) {}

    @Override
    @Transactional(readOnly = true)
    public Outcome<Void> admits(Lot lot, Actor actor) {
        return admitted(lot, actor).map(admitted -> null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Outcome<Written>> check(Lot lot, List<Line> lines, Actor actor) {
        Admitted admitted = admitted(lot, actor).orElseThrow();
        Map<String, RecordRow> known = known(lines, records::named);
        return lines.stream().map(line -> {
            belongs(line, lot);
            RecordRow before = known.get(line.facts().id());
            List<Problem> problems = new ArrayList<>(standing(line, before));
            problems.addAll(entry.problems(Entry.clean(line.facts()), admitted.grant(), admitted.definition()));
            return problems.isEmpty() ? Outcome.done(written(line, before)) : Outcome.<Written>refused(problems);
        }).toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Outcome<Written>> write(Lot lot, List<Line> lines, Actor actor) {
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("at most " + MOST_LINES + " lines, not " + lines.size());
        }
        Admitted admitted = admitted(lot, actor).orElseThrow();
        Map<String, RecordRow> known = known(lines, records::lock);
        LocalDateTime now = clock.dateTime();
        Cases cases = new Cases(grants, programmes);
        List<RecordFacts> entered = new ArrayList<>();
        List<Correction> corrected = new ArrayList<>();
        List<Outcome<Written>> outcomes = new ArrayList<>(lines.size());
        for (Line line : lines) {
            belongs(line, lot);
            RecordRow before = known.get(line.facts().id());
            List<Problem> standing = standing(line, before);
            if (!standing.isEmpty()) {
                outcomes.add(Outcome.refused(standing));
            } else if (!line.isNew()) {
                outcomes.add(entry.correction(before, line.facts(), line.version(), true, cases, actor).map(correction -> {
                    corrected.add(correction);
                    return written(line, before);
                }));
            } else {
                RecordFacts facts = Entry.clean(line.facts());
                List<Problem> problems = entry.problems(facts, admitted.grant(), admitted.definition());
                if (problems.isEmpty()) {
                    entered.add(facts);
                }
                outcomes.add(problems.isEmpty() ? Outcome.done(written(line, null)) : Outcome.refused(problems));
            }
        }
        entry.correct(corrected, actor);
        enter(lot, admitted, entered, now, actor.as(admitted.role()));
        return outcomes;
    }

    private void enter(Lot lot, Admitted admitted, List<RecordFacts> entered, LocalDateTime now, Actor actor) {
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
        identities.keep(entered);
        names.keep(added);
        // Records like these, and like those corrected, are looked for in the night (SuspectScan): comparing a chunk with all
        // there is would take ten times as long as writing it.
        audit.record(actor, AuditEvent.transition(lot.origin(), "registry.enterMany", Registers.OBJECT_TYPE, lot.origin(),
                        null, RecordState.SUBMITTED)
                .with(saved.stream().map(row -> new Entered(row.recordId(), sha256(row.facts()))).toList()));
    }

    private Outcome<Admitted> admitted(Lot lot, Actor actor) {
        Grant grant = new Cases(grants, programmes).running(lot.grantId()).orElse(null);
        if (grant == null) {
            return Outcome.refused(Problem.of("registry.problem.grant.notRunning"));
        }
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        CentreDefinition centre = definition.centre(lot.centreCode()).orElse(null);
        Scope scope = grant.scope().atCentre(lot.centreCode());
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

    private static void belongs(Line line, Lot lot) {
        RecordFacts facts = line.facts();
        if (!facts.grantId().equals(lot.grantId())
                || !facts.centreCode().equals(lot.centreCode())
                || facts.register() != lot.register()) {
            throw new IllegalArgumentException("record " + facts.id() + " does not belong to " + lot);
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
