package org.thun.imports.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Accounts;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.imports.ImportFile;
import org.thun.imports.ImportState;
import org.thun.imports.RowCounts;
import org.thun.imports.RowKind;
import org.thun.imports.internal.Effects.Moved;
import org.thun.imports.internal.ImportMapper.PartRow;
import org.thun.imports.internal.ImportMapper.TaleRow;
import org.thun.imports.internal.KeyStore.Known;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.BulkEntry;
import org.thun.registry.BulkEntry.Line;
import org.thun.registry.BulkEntry.Written;
import org.thun.registry.Duplicates;
import org.thun.registry.Duplicates.Alike;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordState;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/**
 * Does the work of an import part by part. A part is one transaction with its cursor: whatever happens to the machine, a part
 * is done wholly or not at all, and goes on from there. Files of one source wait for each other at every part.
 */
@Component
class ImportWork {

    /** Rows of each kind kept as samples for the preview; of the refused all are kept. */
    static final int SAMPLES = 10;

    /** New rows of a file which its preview compares with the register: each comparison costs what entering it does. */
    static final int COMPARED = 2_000;

    private static final int TALES = 200;

    private final ImportMapper imports;
    private final PartSeal seal;
    private final KeyStore keys;
    private final ImportRules rules;
    private final Effects effects;
    private final ProblemTexts problemTexts;
    private final BulkEntry bulk;
    private final Duplicates duplicates;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;

    ImportWork(ImportMapper imports, PartSeal seal, KeyStore keys, ImportRules rules, Effects effects,
            ProblemTexts problemTexts, BulkEntry bulk, Duplicates duplicates, Accounts accounts, AuditTrail audit,
            BusinessClock clock, PlatformTransactionManager transactions) {
        this.imports = imports;
        this.seal = seal;
        this.keys = keys;
        this.rules = rules;
        this.effects = effects;
        this.problemTexts = problemTexts;
        this.bulk = bulk;
        this.duplicates = duplicates;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What is remembered of a file between its parts; made anew from the parts whenever it is not at hand. */
    static final class Memory {

        private ImportState state;
        private String mapping;
        private SeenRows seen;
        private int through;
        private int compared;
        private RowReader reader;
        private ProgrammeDefinition definition;
    }

    /** What a row is found to be. */
    private record Judged(SourceRow row, RowKind kind, Line line, List<Problem> problems, RecordState before) {}

    /** What the rows of a part came to. */
    private record Result(RowCounts counts, List<TaleRow> tales) {}

    /**
     * Does the next part of a file.
     *
     * @return whether there may be more to do
     */
    boolean step(String importId, Memory memory) {
        Optional<ImportFileRow> found = imports.get(importId);
        if (found.isEmpty() || !found.get().state().isWorking()) {
            return false;
        }
        if (found.get().state() == ImportState.RUNNING && found.get().allOrNothing()) {
            allOrNothing(found.get(), memory);
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> {
            ImportFileRow file = locked(importId);
            if (!file.state().isWorking()) {
                return false;
            }
            Actor actor = actor(file).orElse(null);
            List<Problem> against = actor == null
                    ? List.of(Problem.of("imports.problem.actor"))
                    : bulk.admits(file.lot(), actor).problems();
            if (!against.isEmpty()) {
                stop(file, against);
                return false;
            }
            return part(file, actor, memory);
        }));
    }

    /** Stops a file on its way and says why; somebody may take it up again. */
    void stop(String importId, List<Problem> problems) {
        transaction.executeWithoutResult(status -> {
            ImportFileRow file = locked(importId);
            if (file.state().isWorking()) {
                stop(file, problems);
            }
        });
    }

    private void stop(ImportFileRow file, List<Problem> problems) {
        imports.move(file.id(), file.state() == ImportState.CHECKING ? ImportState.UPLOADED : ImportState.PAUSED,
                file.actingId(), problemTexts.write(problems));
    }

    private boolean part(ImportFileRow file, Actor actor, Memory memory) {
        boolean writes = file.state() == ImportState.RUNNING;
        if (writes) {
            imports.lockSource(file.sourceId());
        }
        remember(file, memory);
        Map<String, Moved> moved = effects.read(file.effect());
        PartRow part = imports.part(file.id(), file.nextPart()).orElseThrow();
        Result result = work(file, part, actor, memory, writes, file.counts(), writes ? null : moved);
        tell(result.tales());
        imports.advance(file.id(), file.nextPart() + 1, result.counts(), writes ? file.effect() : effects.write(moved));
        if (file.nextPart() < file.partCount()) {
            return true;
        }
        if (writes) {
            finish(file, actor, file.counts().plus(result.counts()));
        } else {
            imports.move(file.id(), ImportState.CHECKED, file.actingId(), null);
        }
        return false;
    }

    /** The whole file in one transaction, which a refused row or a change of mind undoes. */
    private void allOrNothing(ImportFileRow file, Memory memory) {
        List<Problem> against = transaction.execute(status -> {
            Actor actor = actor(file).orElse(null);
            List<Problem> problems = actor == null
                    ? List.of(Problem.of("imports.problem.actor"))
                    : bulk.admits(file.lot(), actor).problems();
            if (!problems.isEmpty()) {
                return problems;
            }
            imports.lockSource(file.sourceId());
            memory.state = null;
            RowCounts counts = RowCounts.NONE;
            for (int partNo = 1; partNo <= file.partCount(); partNo++) {
                if (!wanted(file, partNo)) {
                    status.setRollbackOnly();
                    return List.of();
                }
                remember(file, partNo, memory);
                PartRow part = imports.part(file.id(), partNo).orElseThrow();
                counts = counts.plus(work(file, part, actor, memory, true, counts, null).counts());
                if (counts.refused() > 0) {
                    status.setRollbackOnly();
                    return List.of(Problem.of("imports.problem.notAll").under("BR-23"));
                }
            }
            if (locked(file.id()).state() != ImportState.RUNNING) {
                status.setRollbackOnly();
                return List.of();
            }
            imports.advance(file.id(), file.partCount() + 1, counts, file.effect());
            finish(file, actor, counts);
            return List.of();
        });
        memory.state = null;
        if (!Objects.requireNonNull(against).isEmpty()) {
            stop(file.id(), against);
        }
    }

    /** Shows how far the work has come, in a transaction of its own; whether it is still wanted. */
    private boolean wanted(ImportFileRow file, int partNo) {
        return Boolean.TRUE.equals(aside.execute(status -> {
            imports.show(file.id(), partNo);
            return imports.get(file.id()).orElseThrow().state() == ImportState.RUNNING;
        }));
    }

    private void finish(ImportFileRow file, Actor actor, RowCounts counts) {
        imports.finish(file.id(), ImportState.DONE, clock.dateTime());
        if (counts.refused() == 0) {
            imports.deleteParts(file.id());
            imports.purged(file.id());
        }
        actor.roleFor(Action.SUBMIT, ObjectKind.REGISTRY_RECORD, file.scope())
                .ifPresent(role -> audit.record(actor.as(role), AuditEvent
                        .transition(file.id(), "imports.finish", ImportFile.OBJECT_TYPE, file.id(), ImportState.RUNNING,
                                ImportState.DONE)
                        .with(counts)));
    }

    private Result work(ImportFileRow file, PartRow part, Actor actor, Memory memory, boolean writes, RowCounts before,
            Map<String, Moved> moved) {
        List<SourceRow> rows = seal.read(part).stream().map(memory.reader::read).toList();
        List<Judged> judged = judge(file, rows, memory);
        List<Judged> good = judged.stream().filter(each -> each.line() != null && each.problems().isEmpty()).toList();
        List<Judged> bad = judged.stream().filter(each -> each.line() != null && !each.problems().isEmpty()).toList();
        Map<Integer, Judged> results = new HashMap<>();
        List<Known> added = new ArrayList<>();
        List<Known> changed = new ArrayList<>();
        List<Line> lines = good.stream().map(Judged::line).toList();
        List<Outcome<Written>> outcomes =
                writes ? bulk.write(file.lot(), lines, actor) : bulk.check(file.lot(), lines, actor);
        for (int i = 0; i < good.size(); i++) {
            Judged each = good.get(i);
            Judged result = outcome(each, outcomes.get(i));
            results.put(each.row().number(), result);
            if (result.kind() != RowKind.REFUSED) {
                Written written = outcomes.get(i).orElseThrow();
                (result.kind() == RowKind.NEW ? added : changed).add(
                        new Known(each.row().key(), each.row().digest(), written.recordId(), written.version()));
                if (moved != null) {
                    Effects.add(moved, memory.definition, each.row().facts(), result.before());
                }
            }
        }
        List<Outcome<Written>> further = bulk.check(file.lot(), bad.stream().map(Judged::line).toList(), actor);
        for (int i = 0; i < bad.size(); i++) {
            results.put(bad.get(i).row().number(), refused(bad.get(i), further.get(i).problems()));
        }
        if (writes) {
            keys.add(file.sourceId(), added);
            keys.change(file.sourceId(), changed);
        } else {
            known(good, results, memory, actor);
        }
        return result(file, judged.stream().map(each -> results.getOrDefault(each.row().number(), each)).toList(), before);
    }

    /** Notes at new rows which records they look like. */
    private void known(List<Judged> good, Map<Integer, Judged> results, Memory memory, Actor actor) {
        List<Judged> fresh = good.stream()
                .filter(each -> results.get(each.row().number()).kind() == RowKind.NEW)
                .limit(COMPARED - memory.compared)
                .toList();
        memory.compared += fresh.size();
        Map<String, Alike> alike = duplicates.alike(fresh.stream().map(each -> each.line().facts()).toList(), actor);
        for (Judged each : fresh) {
            Alike found = alike.get(each.line().facts().id());
            if (found != null) {
                results.put(each.row().number(), new Judged(each.row(), RowKind.NEW, null, List.of(told(found)), null));
            }
        }
    }

    private static Problem told(Alike found) {
        String certain = found.certain() ? ".certain" : "";
        return found.number() == null
                ? Problem.of("imports.row.knownElsewhere" + certain, found.score()).under("BR-19")
                : Problem.of("imports.row.known" + certain, found.number(), found.score()).under("BR-19");
    }

    private List<Judged> judge(ImportFileRow file, List<SourceRow> rows, Memory memory) {
        Map<RowHash, Known> known = keys.of(file.sourceId(),
                rows.stream().map(SourceRow::key).filter(Objects::nonNull).toList());
        return rows.stream().map(row -> judge(row, known, memory)).toList();
    }

    private static Judged judge(SourceRow row, Map<RowHash, Known> known, Memory memory) {
        if (row.key() == null) {
            return new Judged(row, RowKind.REFUSED, null, row.problems(), null);
        }
        SeenRows.First first = memory.seen.add(row.key(), row.digest(), row.number());
        if (first != null) {
            return first.same()
                    ? new Judged(row, RowKind.DUPLICATE, null,
                            List.of(Problem.of("imports.row.duplicateOf", String.valueOf(first.row()))), null)
                    : new Judged(row, RowKind.REFUSED, null, List.of(Problem.of("imports.problem.row.twice",
                            String.valueOf(first.row())).under("BR-23")), null);
        }
        Known before = known.get(row.key());
        if (before != null && before.digest().equals(row.digest())) {
            return new Judged(row, RowKind.UNCHANGED, null, List.of(), null);
        }
        RecordFacts facts = identified(row.facts(), before == null ? Ids.next() : before.recordId());
        return new Judged(row, before == null ? RowKind.NEW : RowKind.CHANGED,
                new Line(facts, before == null ? 0 : before.version()), row.problems(), null);
    }

    private static Judged outcome(Judged row, Outcome<Written> outcome) {
        return outcome.isDone()
                ? new Judged(row.row(), row.kind(), null, List.of(), outcome.orElseThrow().before())
                : new Judged(row.row(), RowKind.REFUSED, null, outcome.problems(), null);
    }

    /** All that is wrong with a row at once, each field named once. */
    private static Judged refused(Judged row, List<Problem> further) {
        Set<String> named = row.problems().stream().map(Problem::field).collect(Collectors.toCollection(HashSet::new));
        List<Problem> all = new ArrayList<>(row.problems());
        further.stream().filter(problem -> !named.contains(problem.field())).forEach(all::add);
        return new Judged(row.row(), RowKind.REFUSED, null, all, null);
    }

    private Result result(ImportFileRow file, List<Judged> rows, RowCounts before) {
        Map<RowKind, Integer> counts = new EnumMap<>(RowKind.class);
        List<TaleRow> tales = new ArrayList<>();
        for (Judged each : rows) {
            int count = counts.merge(each.kind(), 1, Integer::sum);
            boolean known = each.kind() == RowKind.NEW && !each.problems().isEmpty();
            if (each.kind() == RowKind.REFUSED || known || before.of(each.kind()) + count <= SAMPLES) {
                tales.add(new TaleRow(file.id(), each.row().number(), each.kind(), problemTexts.write(each.problems())));
            }
        }
        return new Result(new RowCounts(counts.getOrDefault(RowKind.NEW, 0), counts.getOrDefault(RowKind.CHANGED, 0),
                counts.getOrDefault(RowKind.UNCHANGED, 0), counts.getOrDefault(RowKind.DUPLICATE, 0),
                counts.getOrDefault(RowKind.REFUSED, 0)), tales);
    }

    private void tell(List<TaleRow> tales) {
        for (int from = 0; from < tales.size(); from += TALES) {
            imports.insertRows(tales.subList(from, Math.min(from + TALES, tales.size())));
        }
    }

    private void remember(ImportFileRow file, Memory memory) {
        remember(file, file.nextPart(), memory);
    }

    /** Sees to it that all rows before that part have been seen, and none of it. */
    private void remember(ImportFileRow file, int partNo, Memory memory) {
        if (memory.state != file.state() || !Objects.equals(memory.mapping, file.mapping()) || memory.through >= partNo) {
            memory.state = file.state();
            memory.mapping = file.mapping();
            memory.seen = new SeenRows();
            memory.through = 0;
            memory.compared = 0;
            memory.definition = rules.definition(file);
            memory.reader = rules.reader(file, rules.mapping(file.mapping()));
        }
        for (int missed = memory.through + 1; missed < partNo; missed++) {
            for (RawRow raw : seal.read(imports.part(file.id(), missed).orElseThrow())) {
                SourceRow row = memory.reader.read(raw);
                if (row.key() != null) {
                    memory.seen.add(row.key(), row.digest(), row.number());
                }
            }
        }
        memory.through = partNo;
    }

    private Optional<Actor> actor(ImportFileRow file) {
        return accounts.actor(file.actingId());
    }

    private ImportFileRow locked(String importId) {
        imports.lock(importId);
        return imports.get(importId).orElseThrow();
    }

    private static RecordFacts identified(RecordFacts f, String id) {
        return new RecordFacts(id, f.register(), f.grantId(), f.centreCode(), f.name(), f.surname(), f.nameEn(),
                f.district(), f.subdistrict(), f.categoryCode(), f.channelCode(), f.link(), f.sexCode(), f.birthYear(),
                f.roles(), f.roundNo(), f.datedOn(), f.source(), f.ground(), f.consentedOn(), f.purposeTold(), f.note(),
                f.citizenNumber());
    }
}
