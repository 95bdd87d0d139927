package org.thun.programmes.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.programmes.DefinitionProblem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.ProgrammeSummary;
import org.thun.programmes.ProgrammeVersion;
import org.thun.programmes.Programmes;
import org.thun.programmes.Runnability;
import org.thun.programmes.internal.DefinitionFiles.DefinitionFile;
import org.thun.programmes.internal.DefinitionLoader.Loaded;
import org.thun.shared.BusinessClock;
import org.thun.shared.Problem;
import org.thun.shared.ThaiOrder;

/** Keeps the versions. Which one is in force stands in the database, so all nodes agree; what is in it never changes. */
@Service
class ProgrammeShelf implements Programmes {

    private final VersionMapper versions;
    private final DefinitionFiles files;
    private final BusinessClock clock;
    private final TransactionTemplate transactions;
    private final Map<VersionId, ProgrammeDefinition> read = new ConcurrentHashMap<>();
    private volatile List<DefinitionProblem> problems = List.of();

    ProgrammeShelf(
            VersionMapper versions, DefinitionFiles files, BusinessClock clock, TransactionTemplate transactions) {
        this.versions = versions;
        this.files = files;
        this.clock = clock;
        this.transactions = transactions;
    }

    private record VersionId(String programmeKey, int versionNo) {}

    /**
     * Reads all files. A file with faults changes nothing but the list of problems; one whose content is already in force
     * changes nothing at all; any other becomes the next version of its programme.
     */
    void load() {
        DefinitionFiles.Found found = files.all();
        List<DefinitionProblem> faults = new ArrayList<>(found.problems());
        DefinitionLoader loader = new DefinitionLoader(DefinitionFiles.DEFAULTS, files.defaults());
        Map<String, String> fileOfKey = new LinkedHashMap<>();
        for (DefinitionFile file : found.files()) {
            Loaded loaded = loader.load(file.name(), file.text());
            faults.addAll(loaded.problems());
            loaded.definition().ifPresent(definition -> {
                String other = fileOfKey.putIfAbsent(definition.key(), file.name());
                if (other == null) {
                    put(definition, new VersionText(file.name(), file.text(), loader.defaultsText()));
                } else {
                    faults.add(new DefinitionProblem(file.name(), 1,
                            Problem.of("programmes.fault.key_taken", definition.key(), other)));
                }
            });
        }
        problems = List.copyOf(faults);
    }

    private void put(ProgrammeDefinition definition, VersionText text) {
        try {
            transactions.executeWithoutResult(status -> putIfChanged(definition, text));
        } catch (DuplicateKeyException e) {
            // Another node starts at the same moment with the same files; now its version is there to compare with.
            transactions.executeWithoutResult(status -> putIfChanged(definition, text));
        }
    }

    private void putIfChanged(ProgrammeDefinition definition, VersionText text) {
        String key = definition.key();
        String hash = hash(text);
        if (versions.inForceOf(key).filter(version -> version.contentHash().equals(hash)).isPresent()) {
            return;
        }
        int no = versions.ofProgramme(key).stream().findFirst().map(ProgrammeVersion::versionNo).orElse(0) + 1;
        versions.insert(new ProgrammeVersion(key, no, hash, clock.dateTime(), clock.today(), true), text);
        versions.supersedeBefore(key, no);
    }

    /** Line ends do not make a version: the same file checked out elsewhere is the same definition. */
    private static String hash(VersionText text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(text.definition(), text.defaults())) {
                digest.update(part.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public List<ProgrammeSummary> all() {
        return versions.inForce().stream()
                .map(version -> summary(version, definition(version)))
                .sorted(ThaiOrder.by(summary -> summary.title().th()))
                .toList();
    }

    @Override
    public Optional<ProgrammeDefinition> current(String programmeKey) {
        return versions.inForceOf(programmeKey).map(this::definition);
    }

    @Override
    public Optional<Integer> currentVersionNo(String programmeKey) {
        return versions.inForceOf(programmeKey).map(ProgrammeVersion::versionNo);
    }

    @Override
    public ProgrammeDefinition version(String programmeKey, int versionNo) {
        return read.computeIfAbsent(new VersionId(programmeKey, versionNo), this::read);
    }

    @Override
    public List<ProgrammeVersion> versions(String programmeKey) {
        return versions.ofProgramme(programmeKey);
    }

    @Override
    public Runnability runnability(String programmeKey) {
        return RunnabilityRules.check(current(programmeKey)
                .orElseThrow(() -> new IllegalArgumentException("no programme " + programmeKey)));
    }

    @Override
    public List<DefinitionProblem> problems() {
        return problems;
    }

    private ProgrammeDefinition definition(ProgrammeVersion version) {
        return version(version.programmeKey(), version.versionNo());
    }

    private ProgrammeDefinition read(VersionId id) {
        VersionText text = versions.text(id.programmeKey(), id.versionNo())
                .orElseThrow(() -> new IllegalArgumentException("no version " + id));
        Loaded loaded = new DefinitionLoader(DefinitionFiles.DEFAULTS, text.defaults())
                .load(text.fileName(), text.definition());
        return loaded.definition()
                .orElseThrow(() -> new IllegalStateException(id + " is no longer readable: " + loaded.problems()));
    }

    private static ProgrammeSummary summary(ProgrammeVersion version, ProgrammeDefinition definition) {
        return new ProgrammeSummary(
                version.programmeKey(),
                definition.title(),
                version.versionNo(),
                version.effectiveFrom(),
                definition.workPlans().size(),
                definition.activities().size(),
                definition.indicators().size(),
                definition.centres().size(),
                definition.warnings().size(),
                RunnabilityRules.check(definition).runnable());
    }
}
