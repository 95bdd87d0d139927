package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.registry.PersonalRecords;
import org.thun.registry.RecordFilter;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.shared.BusinessClock;

@Service
class PersonalDesk implements PersonalRecords {

    /** Rows read at once on the way out: enough to be quick, few enough to need little memory. */
    private static final int PART = 2000;

    private final PersonalMapper people;
    private final RecordMapper records;
    private final RecordReader reader;
    private final RecordVersions versions;
    private final Identities identities;
    private final NameBook names;
    private final NameSearch search;
    private final SuspectFinder finder;
    private final MergeMapper merges;
    private final AuditTrail audit;
    private final BusinessClock clock;

    PersonalDesk(PersonalMapper people, RecordMapper records, RecordReader reader, RecordVersions versions,
            Identities identities, NameBook names, NameSearch search, SuspectFinder finder, MergeMapper merges, AuditTrail audit, BusinessClock clock) {
        this.people = people;
        this.records = records;
        this.reader = reader;
        this.versions = versions;
        this.identities = identities;
        this.names = names;
        this.search = search;
        this.finder = finder;
        this.merges = merges;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Sensitive> sensitive(String recordId, Actor actor) {
        RecordRow row = records.find(recordId, reading(actor))
                .filter(found -> PersonalRecords.about(found.registerCode()) && !found.nameless())
                .orElse(null);
        if (row == null || !Access.seesSensitive(actor, Access.scope(row))) {
            return Optional.empty();
        }
        audit.record(actor.as(actor.roleFor(Action.READ, ObjectKind.SENSITIVE_DATA, Access.scope(row)).orElseThrow()),
                AuditEvent.of(recordId, "registry.readSensitive", Registers.OBJECT_TYPE, recordId));
        return Optional.of(new Sensitive(row.birthYear(), row.subdistrict(),
                identities.masked(List.of(recordId)).get(recordId)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Counted> counted(String recordId, Actor actor) {
        return records.find(recordId, reading(actor)).map(row -> people.counted(recordId)).orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public SamePerson samePerson(String recordId, Actor actor) {
        List<String> others = people.sameNumber(recordId);
        List<String> seen = new ArrayList<>();
        seen.add(recordId);
        others.stream().filter(id -> records.find(id, reading(actor)).isPresent()).forEach(seen::add);
        return new SamePerson(List.copyOf(seen), others.size() - (seen.size() - 1L));
    }

    @Override
    @Transactional(readOnly = true)
    public long count(RecordFilter filter, Actor actor) {
        Within within = reading(actor);
        return records.count(search.query(filter, within), within);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public long export(RecordFilter filter, Actor actor, Consumer<RegisterRecord> row) {
        Within within = reading(actor);
        RecordQuery query = search.query(filter, within);
        long count = 0;
        String after = "";
        List<RecordRow> part;
        do {
            part = people.next(query, within, after, PART).stream().map(WholeRow::row).toList();
            for (RegisterRecord each : reader.read(part)) {
                row.accept(each.withoutSensitive());
                after = each.id();
            }
            count += part.size();
        } while (part.size() == PART);
        return count;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> anonymise(List<String> recordIds, String reason, Actor actor) {
        LocalDate today = clock.today();
        List<String> done = new ArrayList<>();
        for (List<String> part : Entry.chunks(withMerged(recordIds))) {
            List<String> named = records.lock(part).stream()
                    .filter(row -> PersonalRecords.about(row.registerCode()) && row.anonymisedOn() == null)
                    .map(RecordRow::id)
                    .toList();
            if (!named.isEmpty()) {
                people.anonymise(named, new byte[0], today);
                people.forgetReasons(named);
                identities.forget(named);
                names.forget(named);
                finder.forget(named);
                named.forEach(versions::forgetPerson);
                named.forEach(id -> audit.record(actor,
                        AuditEvent.of(id, "registry.anonymise", Registers.OBJECT_TYPE, id).because(reason)));
                done.addAll(named);
            }
        }
        return done;
    }

    @Override
    @Transactional(readOnly = true)
    public long naming(String grantId) {
        return people.naming(grantId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> nextNaming(String grantId, int atMost) {
        return people.nextNaming(grantId, atMost);
    }

    /** The records and what was merged into them, which is about the same people. */
    private List<String> withMerged(List<String> recordIds) {
        Set<String> all = new TreeSet<>(recordIds);
        for (List<String> part : Entry.chunks(recordIds)) {
            merges.into(part).forEach(merged -> all.add(merged.recordId()));
        }
        return List.copyOf(all);
    }

    private static Within reading(Actor actor) {
        return Within.of(actor.reach(Action.READ, ObjectKind.REGISTRY_RECORD));
    }
}
