package org.thun.registry.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.registry.Cursor;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordFilter;
import org.thun.registry.RecordVersion;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.registry.RegistryCounts.Page;
import org.thun.registry.Stretch;
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
    private final NameSearch search;
    private final NameBook names;
    private final Grants grants;
    private final TransactionTemplate part;

    RegisterDesk(RecordMapper records, RecordReader reader, RecordVersions versions, Entry entry, Verification verification,
            Identities identities, NameSearch search, NameBook names, Grants grants, PlatformTransactionManager transactions) {
        this.records = records;
        this.reader = reader;
        this.versions = versions;
        this.entry = entry;
        this.verification = verification;
        this.identities = identities;
        this.search = search;
        this.names = names;
        this.grants = grants;
        this.part = new TransactionTemplate(transactions);
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
        Within within = reading(actor);
        RecordQuery query = search.query(filter, within);
        if (query.ids() == null) {
            return new Page<>(cover(reader.read(records.list(query, within, size, offset(page, size))), actor),
                    records.countUpTo(query, counting(filter, actor), MOST_COUNTED));
        }
        List<String> shown = query.ids().stream().skip(offset(page, size)).limit(size).toList();
        Map<String, RecordRow> rows = shown.isEmpty()
                ? Map.of()
                : records.named(shown).stream().collect(Collectors.toMap(RecordRow::id, Function.identity()));
        return new Page<>(cover(reader.read(shown.stream().map(rows::get).toList()), actor), query.ids().size());
    }

    @Override
    @Transactional(readOnly = true)
    public Stretch list(RecordFilter filter, Actor actor, Cursor from, int size) {
        Within within = reading(actor);
        RecordQuery query = search.query(filter, within);
        boolean back = from.way() == Cursor.Way.BACK;
        RecordRow place = from.recordId() == null ? null : records.find(from.recordId(), within).orElse(null);
        byte[] key = place == null ? null : place.sortKey();
        String id = place == null ? null : place.id();
        List<RecordRow> rows = new ArrayList<>(back
                ? records.before(query, within, key, id, size + 1)
                : records.after(query, within, key, id, size + 1));
        boolean more = rows.size() > size;
        if (more) {
            rows.remove(size);
        }
        if (back) {
            Collections.reverse(rows);
        }
        boolean earlier = !rows.isEmpty() && (back ? more : place != null);
        boolean later = !rows.isEmpty() && (back ? place != null : more);
        Long total = !earlier && !later ? Long.valueOf(rows.size())
                : query.countable() ? Long.valueOf(records.countUpTo(query, counting(filter, actor), MOST_COUNTED))
                : null;
        return new Stretch(cover(reader.read(rows), actor), earlier, later, total);
    }

    @Override
    @Transactional(readOnly = true)
    public long count(RecordFilter filter, Actor actor, int atMost) {
        Within within = counting(filter, actor);
        return records.countUpTo(search.query(filter, within), within, atMost);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RegisterRecord> waiting(RecordFilter filter, Actor actor, int page, int size) {
        Within within = Within.of(actor.reach(Action.CHECK, ObjectKind.REGISTRY_RECORD));
        RecordQuery query = search.query(filter, within);
        List<Within.Centre> own = Within.centresOf(actor);
        return new Page<>(
                cover(reader.read(records.waiting(query, within, actor.accountId(), own, size, offset(page, size))), actor),
                records.countWaiting(query, within, actor.accountId(), own, MOST_WAITING));
    }

    @Override
    public void renewSearch(String grantId) {
        String after = "";
        while (after != null) {
            String from = after;
            after = part.execute(status -> names.renewNext(grantId, from));
        }
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

    /** The same right in fewer words: lists are read along an index of programme and centre, counted along one of the grant. */
    private Within counting(RecordFilter filter, Actor actor) {
        return filter.grantId() == null ? reading(actor) : reading(actor).inside(grants.get(filter.grantId()));
    }

    private static Within reading(Actor actor) {
        return Within.of(actor.reach(Action.READ, ObjectKind.REGISTRY_RECORD));
    }

    private static int offset(int page, int size) {
        return Math.multiplyExact(page - 1, size);
    }
}
