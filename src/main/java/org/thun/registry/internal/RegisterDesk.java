package org.thun.registry.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordFilter;
import org.thun.registry.RecordVersion;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.registry.RegistryCounts.Page;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
class RegisterDesk implements Registers {

    private final RecordMapper records;
    private final RecordReader reader;
    private final RecordVersions versions;
    private final Entry entry;
    private final Verification verification;
    private final Identities identities;

    RegisterDesk(RecordMapper records, RecordReader reader, RecordVersions versions, Entry entry, Verification verification,
            Identities identities) {
        this.records = records;
        this.reader = reader;
        this.versions = versions;
        this.entry = entry;
        this.verification = verification;
        this.identities = identities;
    }

    @Override
    @Transactional
    public Outcome<String> enter(RecordFacts facts, boolean submit, Actor actor) {
        return entry.enter(List.of(facts), submit, actor).get(0);
    }

    @Override
    @Transactional
    public List<Outcome<String>> enterAll(List<RecordFacts> rows, Actor actor) {
        return entry.enter(rows, true, actor);
    }

    @Override
    @Transactional
    public Outcome<Void> correct(RecordFacts facts, int version, boolean submit, Actor actor) {
        return withLocked(facts.id(), actor, row -> entry.correct(row, facts, version, submit, actor));
    }

    @Override
    @Transactional
    public Outcome<Void> submit(String recordId, Actor actor) {
        return withLocked(recordId, actor, row -> entry.submit(row, actor));
    }

    @Override
    @Transactional
    public Outcome<Void> verify(String recordId, Actor actor) {
        return verification.verify(List.of(recordId), actor).get(0);
    }

    @Override
    @Transactional
    public List<Outcome<Void>> verifyAll(List<String> recordIds, Actor actor) {
        return verification.verify(recordIds, actor);
    }

    @Override
    @Transactional
    public Outcome<Void> reject(String recordId, String reason, Actor actor) {
        return verification.reject(List.of(recordId), reason, actor).get(0);
    }

    @Override
    @Transactional
    public List<Outcome<Void>> rejectAll(List<String> recordIds, String reason, Actor actor) {
        return verification.reject(recordIds, reason, actor);
    }

    @Override
    @Transactional
    public Outcome<Void> withdraw(String recordId, String reason, Actor actor) {
        return withLocked(recordId, actor, row -> verification.withdraw(row, reason, actor));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RegisterRecord> find(String recordId, Actor actor) {
        return records.find(recordId, reading(actor)).map(row -> cover(reader.read(List.of(row)), actor).get(0));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> maskedCitizenNumbers(Collection<String> recordIds, Actor actor) {
        return recordIds.isEmpty() ? Map.of() : identities.masked(records.withFiles(recordIds,
                Within.of(actor.reach(Action.READ, ObjectKind.SENSITIVE_DATA))));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RegisterRecord> list(RecordFilter filter, Actor actor, int page, int size) {
        RecordQuery query = RecordQuery.of(filter);
        Within within = reading(actor);
        return new Page<>(cover(reader.read(records.list(query, within, size, offset(page, size))), actor),
                records.count(query, within));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RegisterRecord> waiting(RecordFilter filter, Actor actor, int page, int size) {
        RecordQuery query = RecordQuery.of(filter);
        Within within = Within.of(actor.reach(Action.CHECK, ObjectKind.REGISTRY_RECORD));
        List<Within.Centre> own = Within.centresOf(actor);
        return new Page<>(
                cover(reader.read(records.waiting(query, within, actor.accountId(), own, size, offset(page, size))), actor),
                records.countWaiting(query, within, actor.accountId(), own));
    }

    @Override
    @Transactional(readOnly = true)
    public List<RecordVersion> versions(String recordId, Actor actor) {
        return records.find(recordId, reading(actor))
                .filter(row -> !row.nameless())
                .map(row -> Access.seesSensitive(actor, Access.scope(row))
                        ? versions.of(recordId)
                        : versions.of(recordId).stream().map(RecordVersion::withoutSensitive).toList())
                .orElse(List.of());
    }

    private Outcome<Void> withLocked(String recordId, Actor actor, Function<RecordRow, Outcome<Void>> command) {
        return records.lock(List.of(recordId)).stream()
                .filter(row -> Access.sees(actor, row))
                .findFirst()
                .map(command)
                .orElseGet(() -> Outcome.refused(Problem.of("registry.problem.unknown")));
    }

    /** Without what this person may not see of the people concerned. */
    private static List<RegisterRecord> cover(List<RegisterRecord> found, Actor actor) {
        return found.stream().map(record -> Access.cover(record, actor)).toList();
    }

    private static Within reading(Actor actor) {
        return Within.of(actor.reach(Action.READ, ObjectKind.REGISTRY_RECORD));
    }

    private static int offset(int page, int size) {
        return Math.multiplyExact(page - 1, size);
    }
}
