package org.thun.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.thun.bench.Bench.Result;
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
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.shared.Ids;
import org.thun.testing.MySqlSchema;
import org.thun.testing.MySqlSchemas;

/**
 * The volunteers of all centres imported from one file each (read, check, enter, with audit, hashes of citizen numbers and keys of rows), against
 * {@code LOAD DATA} of the very rows that came of it into the same tables with their indexes; then the same files again with
 * one row of a hundred changed.
 */
final class ImportBench {

    private static final int ROWS = Integer.getInteger("bench.import.rows", Population.VOLUNTEERS);
    private static final List<String> TABLES = List.of("registry_record", "registry_role", "registry_version",
            "registry_name", "registry_identity", "import_key", "audit_entry");
    private static final String HEADINGS = "no,name,surname,role,date,born,district,tambon,consent,citizen\n";
    private static final int NUMBER_WEIGHTS = 13;
    private static final int CHANGED_EVERY = 100;
    private static final long POLL_MILLIS = 10;

    private final Map<String, Actor> managers = new HashMap<>();

    List<Result> run() throws Exception {
        try (RunningThun thun = new RunningThun("--thun.imports.runner.every=PT0.1S",
                "--thun.identity.key=bench:not-secret-for-made-up-people-only")) {
            GrantFixture fixture = thun.bean(GrantFixture.class);
            LocalDate today = fixture.today();
            Grant grant = fixture.effective("10000000", today.minusMonths(17));
            ProgrammeDefinition definition = fixture.programme();
            Population population = new Population(grant, definition, today);
            Imports imports = thun.bean(Imports.class);
            for (CentreDefinition centre : definition.centres()) {
                managers.put(centre.code(), fixture.person(Role.CD, ScopeKind.CENTRE,
                        Scope.centreId(grant.programmeKey(), centre.code())));
            }
            List<Path> first = files(definition, population, today);
            double imported = importAll(imports, grant, definition, first, ROWS);
            double loaded = loadTheSame(thun.schema());
            double again = importAll(imports, grant, definition, changed(first), 0);
            return List.of(
                    new Result("import of " + ROWS + " volunteers", "`LOAD DATA` of the rows it made", "total", imported,
                            loaded, 4.0),
                    new Result("import again, 1 % changed", "the first import", "total", again, imported, 0.35));
        }
    }

    /** One file per centre. */
    private static List<Path> files(ProgrammeDefinition definition, Population population, LocalDate today)
            throws IOException {
        List<Path> files = new ArrayList<>();
        int centres = definition.centres().size();
        for (int centre = 0; centre < centres; centre++) {
            Path file = Loader.file("volunteers-" + centre);
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write(HEADINGS);
                for (int row = centre; row < ROWS; row += centres) {
                    out.write(row + "," + population.name() + "," + population.name() + ",volunteer_citizen,"
                            + today.minusDays(30 + row % 300) + "," + (1940 + row % 60) + ",อำเภอที่ " + row % 12
                            + ",ตำบลที่ " + row % 97 + "," + today.minusDays(30 + row % 300) + "," + citizenNumber(row)
                            + "\n");
                }
            }
            files.add(file);
        }
        return files;
    }

    /** A number that is right by its last digit, another one for each row. */
    private static String citizenNumber(int row) {
        String digits = "1%011d".formatted(row * 7919L);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (NUMBER_WEIGHTS - i) * (digits.charAt(i) - '0');
        }
        return digits + (11 - sum % 11) % 10;
    }

    private static List<Path> changed(List<Path> files) throws IOException {
        List<Path> changed = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
            for (int line = 1; line < lines.size(); line += CHANGED_EVERY) {
                lines.set(line, lines.get(line).replace(",ตำบลที่ ", ",ตำบลใหม่ที่ "));
            }
            Path copy = file.resolveSibling("changed-" + file.getFileName());
            Files.write(copy, lines, StandardCharsets.UTF_8);
            changed.add(copy);
        }
        return changed;
    }

    /** Imports all files, one after the other; gives the microseconds from the first upload to the last row. */
    private double importAll(Imports imports, Grant grant, ProgrammeDefinition definition, List<Path> files, int expected)
            throws Exception {
        long begin = System.nanoTime();
        long entered = 0;
        for (int i = 0; i < files.size(); i++) {
            String centre = definition.centres().get(i).code();
            entered += importOne(imports, grant, centre, files.get(i)).counts().fresh();
        }
        double micros = (System.nanoTime() - begin) / 1000.0;
        if (entered != expected) {
            throw new IllegalStateException("entered " + entered + " of " + expected);
        }
        return micros;
    }

    private ImportFile importOne(Imports imports, Grant grant, String centre, Path file) throws Exception {
        Actor manager = managers.get(centre);
        String id;
        try (InputStream in = Files.newInputStream(file)) {
            id = imports.upload(new Imports.Upload(Ids.next(), grant.id(), centre, Register.PERSON, "bench", "volunteers.csv",
                    in), manager).orElseThrow();
        }
        imports.map(id, new ColumnMapping(Map.ofEntries(
                Map.entry(ColumnMapping.SOURCE_KEY, Origin.column("no")), Map.entry("name", Origin.column("name")),
                Map.entry("surname", Origin.column("surname")), Map.entry("roles", Origin.column("role")),
                Map.entry("datedOn", Origin.column("date")), Map.entry("birthYear", Origin.column("born")),
                Map.entry("district", Origin.column("district")), Map.entry("subdistrict", Origin.column("tambon")),
                Map.entry("consentedOn", Origin.column("consent")),
                Map.entry("citizenNumber", Origin.column("citizen")), Map.entry("ground", Origin.everywhere("CONSENT")),
                Map.entry("purposeTold", Origin.everywhere("yes")))), manager).orElseThrow();
        await(imports, id, ImportState.CHECKED, manager);
        imports.start(id, false, manager).orElseThrow();
        return await(imports, id, ImportState.DONE, manager);
    }

    private static ImportFile await(Imports imports, String id, ImportState state, Actor manager) throws Exception {
        while (true) {
            ImportFile file = imports.find(id, manager).orElseThrow();
            if (file.state() == state) {
                return file;
            }
            if (file.state() == ImportState.PAUSED || file.state() == ImportState.CANCELLED) {
                throw new IllegalStateException("the import stopped: " + file);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Takes the rows out and loads them into empty copies of their tables; gives the microseconds of loading. */
    private static double loadTheSame(MySqlSchema source) throws Exception {
        try (MySqlSchema copy = MySqlSchemas.fresh("bench_load");
                Loader loader = new Loader(copy)) {
            double micros = 0;
            for (String table : TABLES) {
                loader.run("CREATE TABLE " + table + " LIKE " + source.name() + "." + table);
                Path file = Loader.file("load-" + table);
                List<String> columns = unload(source, table, file);
                long begin = System.nanoTime();
                loader.load(table, columns, file, true);
                micros += (System.nanoTime() - begin) / 1000.0;
            }
            return micros;
        }
    }

    private static List<String> unload(MySqlSchema source, String table, Path file) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(source.url(), source.user(), source.password());
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table);
                    BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getMetaData().getColumnName(i));
                }
                while (rows.next()) {
                    for (int i = 1; i <= columns.size(); i++) {
                        byte[] value = rows.getBytes(i);
                        if (i > 1) {
                            out.write('\t');
                        }
                        out.write(value == null ? "\\N" : escaped(value));
                    }
                    out.write('\n');
                }
                return columns;
            }
        }
    }

    /** Bytes as they are, but for those that mean something in the file. */
    private static String escaped(byte[] value) {
        return new String(value, StandardCharsets.ISO_8859_1)
                .replace("\\", "\\\\")
                .replace("\t", "\\\t")
                .replace("\n", "\\\n")
                .replace("\0", "\\0");
    }
}
