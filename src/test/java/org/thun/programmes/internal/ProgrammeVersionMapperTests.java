package org.thun.programmes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.MessageSource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.programmes.ProgrammeVersion;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.testing.ThunTest;

@ThunTest
@ExtendWith(OutputCaptureExtension.class)
class ProgrammeVersionMapperTests {

    private static final String FILE = """
            programme:
              key: %s
              title: {th: %s}
              duration: {months: 12}
            objectives: {general: {th: ทดสอบ}}
            work_plans: [{id: WP1, title: {th: แผน}}]
            indicators: []
            reporting: {every: 6}
            tranches: {mode: single, plan: [{no: 1, share: 100, when: agreement_effective}]}
            """;

    @Autowired
    Programmes programmes;

    @Autowired
    VersionMapper versions;

    @Autowired
    BusinessClock clock;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ResourcePatternResolver resources;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MessageSource messages;

    @TempDir
    Path folder;

    private final String key = "test-" + Ids.next();
    private ProgrammeShelf shelf;

    @BeforeEach
    void openShelf() {
        shelf = new ProgrammeShelf(versions, new DefinitionFiles(resources, folder.toString()), clock, transactions);
    }

    @Test
    void deliveredProgrammesAreLoadedAtStart() {
        assertThat(programmes.all()).extracting(summary -> summary.key())
                .contains("ldi-pracharath-2", "community-crisis-microgrants", "strong-community-research");
        assertThat(programmes.current("ldi-pracharath-2").orElseThrow().centres()).hasSize(82);
        assertThat(programmes.runnability("ldi-pracharath-2").runnable()).isTrue();
        assertThat(programmes.runnability("strong-community-research").runnable()).isFalse();
        assertThat(programmes.problems()).isEmpty();
    }

    @Test
    void sameContentLoadsNothingAgain() throws IOException {
        write("a.yaml", FILE.formatted(key, "ก"));
        shelf.load();
        write("a.yaml", FILE.formatted(key, "ก").replace("\n", "\r\n"));
        shelf.load();
        assertThat(rows()).containsExactly("1 true");
    }

    @Test
    void changedContentIsTheNextVersionAndTheOldOneStaysReadable() throws IOException {
        write("a.yaml", FILE.formatted(key, "ก"));
        shelf.load();
        write("a.yaml", FILE.formatted(key, "ข"));
        shelf.load();
        assertThat(rows()).containsExactly("1 false", "2 true");
        assertThat(shelf.current(key).orElseThrow().title().th()).isEqualTo("ข");
        assertThat(shelf.currentVersionNo(key)).contains(2);
        assertThat(shelf.version(key, 1).title().th()).isEqualTo("ก");
        assertThat(shelf.versions(key)).extracting(ProgrammeVersion::versionNo).containsExactly(2, 1);
        assertThat(shelf.versions(key)).allMatch(version -> version.effectiveFrom().equals(clock.today()));
    }

    @Test
    void versionReadsTheDefaultsItWasLoadedWith() throws IOException {
        write("a.yaml", FILE.formatted(key, "ก"));
        shelf.load();
        jdbc.update("UPDATE programme_version SET defaults = REPLACE(defaults, 'due_days: 30', 'due_days: 45') "
                + "WHERE programme_key = ?", key);
        ProgrammeShelf afterRestart =
                new ProgrammeShelf(versions, new DefinitionFiles(resources, ""), clock, transactions);
        assertThat(afterRestart.version(key, 1).reporting().dueDaysAfterPeriod()).isEqualTo(45);
    }

    @Test
    void faultyFileLeavesTheLoadedVersionInForceAndIsListed() throws IOException {
        write("a.yaml", FILE.formatted(key, "ก"));
        shelf.load();
        write("a.yaml", FILE.formatted(key, "ข").replace("share: 100", "share: 90"));
        shelf.load();
        assertThat(shelf.current(key).orElseThrow().title().th()).isEqualTo("ก");
        assertThat(shelf.problems()).singleElement()
                .satisfies(problem -> assertThat(problem.place()).isEqualTo("a.yaml:9"));
    }

    @Test
    void faultIsToldInTheLogByFileAndLine(CapturedOutput log) throws IOException {
        write("a.yaml", FILE.formatted(key, "ก").replace("share: 100", "share: 90"));
        new ProgrammeStart(shelf, messages).run(null);
        assertThat(log.getOut()).containsOnlyOnce(
                "Programme definition not activated: a.yaml:9: the tranche shares sum to 90.00, not to 100.00");
        assertThat(shelf.current(key)).isEmpty();
    }

    @Test
    void removedFileLeavesItsProgrammeInForce() throws IOException {
        write("a.yaml", FILE.formatted(key, "ก"));
        shelf.load();
        Files.delete(folder.resolve("a.yaml"));
        shelf.load();
        assertThat(shelf.current(key)).isPresent();
    }

    @Test
    void secondFileWithTheSameKeyIsRefused() throws IOException {
        write("a.yaml", FILE.formatted(key, "ก"));
        write("b.yaml", FILE.formatted(key, "ข"));
        shelf.load();
        assertThat(shelf.current(key).orElseThrow().title().th()).isEqualTo("ก");
        assertThat(shelf.problems()).extracting(p -> p.problem().messageKey())
                .containsExactly("programmes.fault.key_taken");
    }

    @Test
    void missingFolderIsAProblemAndNotACrash() {
        ProgrammeShelf other = new ProgrammeShelf(versions,
                new DefinitionFiles(resources, folder.resolve("nowhere").toString()), clock, transactions);
        other.load();
        assertThat(other.problems()).extracting(p -> p.problem().messageKey())
                .containsExactly("programmes.fault.unreadable");
    }

    @Test
    void unknownVersionIsAnError() {
        assertThatThrownBy(() -> shelf.version(key, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThat(shelf.current(key)).isEmpty();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> rows() {
        return jdbc.query(
                "SELECT version_no, in_force FROM programme_version WHERE programme_key = ? ORDER BY version_no",
                (row, n) -> row.getInt(1) + " " + row.getBoolean(2), key);
    }
}
