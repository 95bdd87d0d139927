package org.thun.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.imports.ColumnMapping;
import org.thun.imports.ColumnMapping.Origin;
import org.thun.imports.ImportFile;
import org.thun.imports.ImportState;
import org.thun.imports.Imports;
import org.thun.imports.Imports.Upload;
import org.thun.imports.RowCounts;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.shared.Ids;
import org.thun.testing.ChildJvm;
import org.thun.testing.ThunMySqlTest;

/**
 * {@code kill -9} in the middle of an import, twice: whoever takes it up enters what is missing and nothing twice, and the end
 * is the same as of an import that nobody disturbed.
 */
@ThunMySqlTest
class ImportKilledIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int ROWS = 20_000;

    @Autowired
    private GrantFixture fixture;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportMachine machine;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Environment environment;

    @Test
    @DisplayName("BR-23: killed in the middle of an import, the end is the same as undisturbed")
    void entersEveryRowOnceWhenKilled() {
        Grant grant = fixture.effective("1000000.00", fixture.today().minusMonths(3));
        String undisturbed = started(grant, "TH-51");
        machine.run();
        String killed = started(grant, "TH-50");

        int first = killedAfter(killed, 3);
        assertThat(records("TH-50")).isBetween(3_000L * 97 / 100, (long) ROWS);
        int second = killedAfter(killed, first + 3);
        assertThat(second).isGreaterThan(first);
        assertThat(state(killed)).isEqualTo(ImportState.RUNNING.name());
        try (ChildJvm node = start(killed)) {
            String said = node.hear(PATIENCE);
            while (!said.equals(ImportState.DONE.name())) {
                said = node.hear(PATIENCE);
            }
        }

        assertThat(counts(killed)).isEqualTo(counts(undisturbed));
        assertThat(counts(killed)).containsEntry("new_rows", 19_400).containsEntry("refused_rows", 600);
        assertThat(records("TH-50")).isEqualTo(19_400);
        assertThat(content("TH-50")).isEqualTo(content("TH-51"));
        assertThat(refused(killed)).isEqualTo(refused(undisturbed));
        assertThat(orphans()).isZero();
        assertThat(audit.verify(killed).holds()).isTrue();
        assertThat(audit.stream(killed).stream().map(AuditEntry::command).filter("registry.enterMany"::equals)).hasSize(20);
    }

    private int killedAfter(String id, int parts) {
        try (ChildJvm node = start(id)) {
            int done = 0;
            while (done < parts) {
                done = Integer.parseInt(node.hear(PATIENCE));
            }
            node.kill();
            return done;
        }
    }

    private ChildJvm start(String id) {
        Map<String, String> database = Stream.of("HOST", "PORT", "NAME", "USER", "PASSWORD")
                .map("THUN_DB_"::concat)
                .collect(Collectors.toMap(name -> name, environment::getRequiredProperty));
        return ChildJvm.start(ImportThatIsKilled.class, database, id);
    }

    private String started(Grant grant, String centre) {
        Actor manager = fixture.person(Role.CD, ScopeKind.CENTRE, Scope.centreId(GrantFixture.PROGRAMME, centre));
        String day = fixture.today().minusDays(3).toString();
        // Three in a hundred rows have no name.
        String file = "รหัส,ชื่อ,นามสกุล,บทบาท,วันที่เก็บข้อมูล\n" + IntStream.rangeClosed(1, ROWS)
                .mapToObj(n -> n + "," + (n % 100 < 3 ? "" : "คนที่" + n) + ",ใจดี,ผู้นำชุมชน," + day)
                .collect(Collectors.joining("\n")) + "\n";
        String id = imports.upload(new Upload(Ids.next(), grant.id(), centre, Register.PERSON, "ฐานเดิม", "members.csv",
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))), manager).orElseThrow();
        Map<String, Origin> fields = new HashMap<>(imports.layout(id, manager).orElseThrow().mapping().fields());
        fields.put("ground", Origin.everywhere("PUBLIC_TASK"));
        fields.put("purposeTold", Origin.everywhere("yes"));
        imports.map(id, new ColumnMapping(fields), manager).orElseThrow();
        machine.run();
        ImportFile checked = imports.find(id, manager).orElseThrow();
        assertThat(checked.counts()).isEqualTo(new RowCounts(19_400, 0, 0, 0, 600));
        imports.start(id, false, manager).orElseThrow();
        return id;
    }

    private long records(String centre) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM registry_record WHERE centre_code = ?", Long.class, centre);
    }

    private String state(String id) {
        return jdbc.queryForObject("SELECT state FROM import_file WHERE id = ?", String.class, id);
    }

    private Map<String, Object> counts(String id) {
        return jdbc.queryForMap("SELECT state, next_part, new_rows, changed_rows, unchanged_rows, duplicate_rows, refused_rows"
                + " FROM import_file WHERE id = ?", id);
    }

    /** Everything the registers say of a centre, without the identities that differ. */
    private List<Map<String, Object>> content(String centre) {
        return jdbc.queryForList("""
                SELECT r.name, r.surname, r.state, r.version_no, r.dated_on, h.role_code,
                       (SELECT COUNT(*) FROM registry_version v WHERE v.record_id = r.id) AS versions, k.version_no AS known
                FROM registry_record r JOIN registry_role h ON h.record_id = r.id
                  LEFT JOIN import_key k ON k.record_id = r.id
                WHERE r.centre_code = ? ORDER BY r.name, r.id
                """, centre);
    }

    private List<Map<String, Object>> refused(String id) {
        return jdbc.queryForList("SELECT row_no, kind, problems FROM import_row WHERE import_id = ? ORDER BY row_no", id);
    }

    private long orphans() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM import_key k LEFT JOIN registry_record r ON r.id = k.record_id"
                + " WHERE r.id IS NULL", Long.class);
    }
}
