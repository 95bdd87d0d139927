package org.thun.imports.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Reach;
import org.thun.identity.Role;
import org.thun.imports.ColumnMapping;
import org.thun.imports.ImportField;
import org.thun.imports.ImportFile;
import org.thun.imports.ImportRow;
import org.thun.imports.ImportState;
import org.thun.imports.Imports;
import org.thun.imports.IndicatorEffect;
import org.thun.imports.RowKind;
import org.thun.imports.internal.ImportMapper.SourceRowOf;
import org.thun.imports.internal.ImportMapper.TaleRow;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.BulkEntry;
import org.thun.registry.BulkEntry.Lot;
import org.thun.registry.CitizenNumber;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
class ImportDesk implements Imports {

    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);

    private static final int LONGEST_SOURCE = 100;
    private static final int LONGEST_FILE_NAME = 200;
    private static final int SAMPLE_ROWS = 5;

    private final ImportMapper imports;
    private final FileIntake intake;
    private final PartSeal seal;
    private final ImportRules rules;
    private final HeadingGuesses guesses;
    private final Effects effects;
    private final ProblemTexts problemTexts;
    private final RefusedFile refusedFile;
    private final TemplateBook templateBook;
    private final ImportRunner runner;
    private final BulkEntry bulk;
    private final Grants grants;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    ImportDesk(ImportMapper imports, FileIntake intake, PartSeal seal, ImportRules rules, HeadingGuesses guesses,
            Effects effects, ProblemTexts problemTexts, RefusedFile refusedFile, TemplateBook templateBook, ImportRunner runner,
            BulkEntry bulk, Grants grants, AuditTrail audit, BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.intake = intake;
        this.seal = seal;
        this.rules = rules;
        this.guesses = guesses;
        this.effects = effects;
        this.problemTexts = problemTexts;
        this.refusedFile = refusedFile;
        this.templateBook = templateBook;
        this.runner = runner;
        this.bulk = bulk;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Outcome<String> upload(Upload upload, Actor actor) {
        ImportFileRow earlier = imports.get(upload.id()).orElse(null);
        if (earlier != null) {
            return earlier.uploadedBy().equals(actor.accountId())
                    ? Outcome.done(earlier.id())
                    : Outcome.refused(unknown());
        }
        Lot lot = new Lot(upload.grantId(), upload.centreCode(), upload.register(), upload.id());
        List<Problem> problems = new ArrayList<>(bulk.admits(lot, actor).problems());
        String source = TableFile.tidy(upload.source());
        if (source.isEmpty()) {
            problems.add(Problem.at("source", "imports.problem.source.required").under("BR-23"));
        } else if (source.length() > LONGEST_SOURCE) {
            problems.add(Problem.at("source", "registry.problem.tooLong", LONGEST_SOURCE));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        try (FileIntake.Landed landed = intake.land(upload.content())) {
            // For itself: the reading of a large file must not hold up those who import from the same source.
            imports.insertSourceUnlessThere(new SourceRowOf(Ids.next(), upload.grantId(), upload.centreCode(),
                    upload.register(), source, null));
            return transaction.execute(status -> {
                try {
                    return take(upload, source, landed, actor);
                } catch (Unreadable e) {
                    status.setRollbackOnly();
                    return Outcome.refused(e.problem());
                } catch (IOException e) {
                    throw new UncheckedIOException("a file that has just been written cannot be read", e);
                }
            });
        } catch (Unreadable e) {
            return Outcome.refused(e.problem());
        } catch (IOException e) {
            // The sender's line broke, or this machine's disk is full; either way nothing has been kept.
            LOG.warn("An upload to import {} was cut off", upload.id(), e);
            return Outcome.refused(Problem.at("file", "imports.problem.file.cut"));
        }
    }

    private Outcome<String> take(Upload upload, String source, FileIntake.Landed landed, Actor actor)
            throws IOException, Unreadable {
        Grant grant = grants.get(upload.grantId());
        SourceRowOf kept = imports.sourceNamed(upload.grantId(), upload.centreCode(), upload.register(), source)
                .orElseThrow();
        FileIntake.Taken taken = intake.take(upload.id(), landed.path());
        ImportFileRow file = new ImportFileRow(upload.id(), kept.id(), source, grant.programmeKey(), grant.organisationId(),
                grant.id(), upload.centreCode(), upload.register(), fileName(upload.fileName()), landed.bytes(),
                landed.hash(), taken.kind().format(), taken.kind().encoding(), rules.write(taken.headings()), taken.rows(),
                taken.parts(), null, false, ImportState.UPLOADED, 1, 0, 0, 0, 0, 0, null, null, actor.accountId(),
                actor.accountId(), actor.name().th(), clock.dateTime(), null, false);
        Optional<Problem> elsewhere = elsewhere(file);
        if (elsewhere.isPresent()) {
            throw new Unreadable(elsewhere.get());
        }
        imports.insertFile(file);
        Role role = actor.roleFor(Action.SUBMIT, ObjectKind.REGISTRY_RECORD, file.scope()).orElseThrow();
        audit.record(actor.as(role), AuditEvent
                .transition(file.id(), "imports.upload", ImportFile.OBJECT_TYPE, file.id(), null, ImportState.UPLOADED)
                .with(Map.of("hash", landed.hash(), "rows", taken.rows())));
        return Outcome.done(file.id());
    }

    /** The same file under two names of its source would be entered twice: its rows would not be known again. */
    private Optional<Problem> elsewhere(ImportFileRow file) {
        imports.lockSame(file);
        return imports.elsewhere(file).map(other -> Problem.at("source", "imports.problem.source.other",
                other.uploadedByName(), other.uploadedAt(), other.sourceName()).under("BR-23"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ImportFile> find(String id, Actor actor) {
        return visible(id, actor).map(this::view);
    }

    @Override
    @Transactional(readOnly = true)
    public Page list(Actor actor, int page, int size) {
        Reach reach = reading(actor);
        return new Page(imports.list(reach, size, Math.multiplyExact(page - 1, size)).stream().map(this::view).toList(),
                imports.count(reach));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> sources(String grantId, String centreCode, Register register, Actor actor) {
        return bulk.admits(new Lot(grantId, centreCode, register, grantId), actor).isDone()
                ? imports.sourceNames(grantId, centreCode, register)
                : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Layout> layout(String id, Actor actor) {
        return visible(id, actor).map(file -> {
            List<String> headings = rules.headings(file);
            List<ImportField> fields = rules.fields(file);
            ColumnMapping former = rules.mapping(
                    file.mapping() != null ? file.mapping() : imports.source(file.sourceId()).mapping());
            List<String> missing = former == null ? List.of() : former.missingFrom(headings);
            ColumnMapping mapping =
                    former == null ? guesses.propose(headings, fields) : completed(former, headings, fields);
            List<ImportRow> samples = imports.part(id, 1)
                    .map(part -> seal.read(part).stream()
                            .limit(SAMPLE_ROWS)
                            .map(row -> new ImportRow(row.number(), null, masked(row.cells()), List.of()))
                            .toList())
                    .orElse(List.of());
            return new Layout(headings, samples, fields, mapping, missing);
        });
    }

    /** What was chosen before, and for fields whose column is not there any more what the headings suggest. */
    private ColumnMapping completed(ColumnMapping former, List<String> headings, List<ImportField> fields) {
        ColumnMapping present = former.within(headings);
        List<ImportField> lost = fields.stream()
                .filter(field -> former.of(field.key()) != null && present.of(field.key()) == null)
                .toList();
        Map<String, ColumnMapping.Origin> all = new LinkedHashMap<>(guesses.propose(headings, lost).fields());
        all.putAll(present.fields());
        return new ColumnMapping(all);
    }

    @Override
    @Transactional
    public Outcome<Void> map(String id, ColumnMapping mapping, Actor actor) {
        return command(id, actor, (file, role) -> {
            if (file.state() != ImportState.UPLOADED) {
                return Outcome.refused(moved(file));
            }
            List<Problem> problems = new ArrayList<>(rules.problems(file, mapping));
            if (problems.isEmpty() && keyedByPeople(file, mapping)) {
                problems.add(Problem.at(ColumnMapping.SOURCE_KEY, "imports.problem.mapping.citizenNumber").under("BR-19"));
            }
            if (!problems.isEmpty()) {
                return Outcome.refused(problems);
            }
            String written = rules.write(mapping);
            imports.keepMapping(file.sourceId(), written);
            imports.deleteRows(id);
            imports.begin(id, ImportState.CHECKING, written, false, actor.accountId(), null);
            record(file, ImportState.CHECKING, "imports.map", actor.as(role), mapping);
            return Outcome.done();
        });
    }

    /** The number by which rows are known is kept as a hash, which does not hide a citizen number. */
    private boolean keyedByPeople(ImportFileRow file, ColumnMapping mapping) {
        ColumnMapping.Origin key = mapping.of(ColumnMapping.SOURCE_KEY);
        if (key == null) {
            return false;
        }
        int column = rules.headings(file).indexOf(key.column());
        List<String> values = imports.part(file.id(), 1).map(seal::read).orElse(List.of()).stream()
                .map(row -> row.cells().get(column))
                .filter(cell -> !cell.isBlank())
                .toList();
        long people = values.stream().filter(value -> CitizenNumber.read(value).isPresent()).count();
        // Other numbers of thirteen digits pass the check by chance, one in eleven.
        return people * 2 > values.size();
    }

    @Override
    @Transactional
    public Outcome<Void> remap(String id, Actor actor) {
        return command(id, actor, (file, role) -> {
            if (file.state() != ImportState.CHECKED && file.state() != ImportState.CHECKING) {
                return Outcome.refused(moved(file));
            }
            imports.move(id, ImportState.UPLOADED, actor.accountId(), null);
            record(file, ImportState.UPLOADED, "imports.remap", actor.as(role), null);
            return Outcome.done();
        });
    }

    @Override
    @Transactional
    public Outcome<Void> start(String id, boolean allOrNothing, Actor actor) {
        // All imports of this file before this one alone, so that two that begin at once do not wait for each other.
        imports.get(id).ifPresent(imports::lockSame);
        return command(id, actor, (file, role) -> {
            if (file.state() != ImportState.CHECKED) {
                return Outcome.refused(moved(file));
            }
            if (allOrNothing && file.refusedRows() > 0) {
                return Outcome.refused(Problem.of("imports.problem.notAll").under("BR-23"));
            }
            Optional<Problem> elsewhere = elsewhere(file);
            if (elsewhere.isPresent()) {
                return Outcome.refused(elsewhere.get());
            }
            imports.deleteRows(id);
            imports.begin(id, ImportState.RUNNING, file.mapping(), allOrNothing, actor.accountId(), file.effect());
            record(file, ImportState.RUNNING, "imports.start", actor.as(role), Map.of("allOrNothing", allOrNothing));
            return Outcome.done();
        });
    }

    @Override
    @Transactional
    public Outcome<Void> pause(String id, Actor actor) {
        return command(id, actor, (file, role) -> {
            if (file.state() != ImportState.RUNNING || file.allOrNothing()) {
                return Outcome.refused(moved(file));
            }
            imports.move(id, ImportState.PAUSED, file.actingId(), null);
            record(file, ImportState.PAUSED, "imports.pause", actor.as(role), null);
            return Outcome.done();
        });
    }

    @Override
    @Transactional
    public Outcome<Void> resume(String id, Actor actor) {
        return command(id, actor, (file, role) -> {
            if (file.state() != ImportState.PAUSED) {
                return Outcome.refused(moved(file));
            }
            imports.move(id, ImportState.RUNNING, actor.accountId(), null);
            record(file, ImportState.RUNNING, "imports.resume", actor.as(role), null);
            return Outcome.done();
        });
    }

    @Override
    @Transactional
    public Outcome<Void> cancel(String id, Actor actor) {
        return command(id, actor, (file, role) -> {
            if (file.state().isOver()) {
                return Outcome.refused(moved(file));
            }
            imports.finish(id, ImportState.CANCELLED, clock.dateTime());
            record(file, ImportState.CANCELLED, "imports.cancel", actor.as(role), null);
            return Outcome.done();
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<ImportRow> rows(String id, RowKind kind, int most, Actor actor) {
        if (visible(id, actor).filter(file -> !file.purged()).isEmpty()) {
            return List.of();
        }
        return rows(id, imports.rows(id, kind, 0, most));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ImportRow> known(String id, int most, Actor actor) {
        return visible(id, actor).filter(file -> !file.purged()).isEmpty()
                ? List.of()
                : rows(id, imports.told(id, RowKind.NEW, most));
    }

    private List<ImportRow> rows(String id, List<TaleRow> tales) {
        Map<Integer, RawRow> raw = new LinkedHashMap<>();
        for (TaleRow tale : tales) {
            if (!raw.containsKey(tale.rowNo())) {
                imports.partWith(id, tale.rowNo()).map(seal::read).ifPresent(rows ->
                        raw.putAll(rows.stream().collect(Collectors.toMap(RawRow::number, row -> row, (a, b) -> a))));
            }
        }
        return tales.stream()
                .filter(tale -> raw.containsKey(tale.rowNo()))
                .map(tale -> new ImportRow(tale.rowNo(), tale.kind(), masked(raw.get(tale.rowNo()).cells()),
                        problemTexts.read(tale.problems())))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<IndicatorEffect> effects(String id, Actor actor) {
        return visible(id, actor)
                .filter(file -> file.effect() != null && file.state() == ImportState.CHECKED)
                .map(file -> effects.of(grants.get(file.grantId()), file.registerCode(), effects.read(file.effect())))
                .orElse(List.of());
    }

    @Override
    public boolean writeRefused(String id, Format format, OutputStream out, Actor actor) throws IOException {
        ImportFileRow file = visible(id, actor)
                .filter(each -> !each.purged())
                .filter(each -> actor.may(Action.SUBMIT, ObjectKind.REGISTRY_RECORD, each.scope()))
                .orElse(null);
        if (file == null || imports.rows(id, RowKind.REFUSED, 0, 1).isEmpty()) {
            return false;
        }
        refusedFile.write(file, format, out);
        return true;
    }

    @Override
    public void writeTemplate(Grant grant, Register register, Locale locale, OutputStream out) throws IOException {
        templateBook.write(grant, register, locale, out);
    }

    @Override
    public long mostBytes() {
        return intake.mostBytes();
    }

    /** Runs a command on a locked import that this person may see and act on; the runner looks once it is committed. */
    private Outcome<Void> command(String id, Actor actor, BiFunction<ImportFileRow, Role, Outcome<Void>> command) {
        if (imports.lock(id) == null) {
            return Outcome.refused(unknown());
        }
        ImportFileRow file = visible(id, actor).orElse(null);
        Role role = file == null
                ? null
                : actor.roleFor(Action.SUBMIT, ObjectKind.REGISTRY_RECORD, file.scope()).orElse(null);
        if (role == null) {
            return Outcome.refused(unknown());
        }
        Outcome<Void> outcome = command.apply(file, role);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                runner.nudge();
            }
        });
        return outcome;
    }

    private void record(ImportFileRow file, ImportState to, String command, Actor actor, Object data) {
        AuditEvent event =
                AuditEvent.transition(file.id(), command, ImportFile.OBJECT_TYPE, file.id(), file.state(), to);
        audit.record(actor, data == null ? event : event.with(data));
    }

    /** Whatever column they stand in, citizen numbers are not shown. */
    private static List<String> masked(List<String> cells) {
        return cells.stream()
                .map(cell -> CitizenNumber.read(cell).map(number -> CitizenNumber.masked(number.ending())).orElse(cell))
                .toList();
    }

    private Optional<ImportFileRow> visible(String id, Actor actor) {
        return imports.find(id, reading(actor));
    }

    private static Reach reading(Actor actor) {
        return actor.reach(Action.READ, ObjectKind.REGISTRY_RECORD);
    }

    private ImportFile view(ImportFileRow file) {
        return new ImportFile(file.id(), file.grantId(), file.programmeKey(), file.organisationId(), file.centreCode(),
                file.registerCode(), file.sourceName(), file.fileName(), file.fileBytes(), file.encoding(), file.rowCount(),
                file.state(), file.counts(), file.percent(), file.allOrNothing(), problemTexts.read(file.stoppedBy()),
                file.uploadedByName(), file.uploadedAt(), file.finishedAt(), !file.purged());
    }

    /** The name alone, whatever path a browser sends with it. */
    private static String fileName(String sent) {
        String path = sent == null ? "" : sent;
        String name = TableFile.tidy(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
        return name.isEmpty() ? "–" : name.length() > LONGEST_FILE_NAME ? name.substring(0, LONGEST_FILE_NAME) : name;
    }

    private static Problem unknown() {
        return Problem.of("imports.problem.unknown");
    }

    private static Problem moved(ImportFileRow file) {
        return Problem.of("imports.problem.moved", file.state());
    }
}
