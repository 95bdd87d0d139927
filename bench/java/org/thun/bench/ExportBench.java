package org.thun.bench;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.thun.bench.Bench.Result;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.privacy.Privacy;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.RecordFilter;
import org.thun.testing.MySqlSchema;

/**
 * All volunteers as a CSV file over HTTP, as the person who asked fetches it after a second one has agreed, against the
 * {@code mysql} client printing the same columns of the same rows with {@code --batch}.
 */
final class ExportBench {

    private static final int RUNS = 3;
    private static final String ROLE = "volunteer_citizen";
    private static final String ROWS = """
            SELECT r.record_no, r.centre_code, r.name, r.surname, r.name_en, r.district, r.category_code, h.role_code,
                   r.channel_code, r.sex_code, r.round_no, r.dated_on, r.link, r.state, r.verified_on, r.fresh_until
            FROM registry_record r JOIN registry_role h ON h.record_id = r.id AND h.role_code = '%s'
            WHERE r.grant_id = '%s' AND r.register_code = 'PERSON' ORDER BY r.id
            """;

    private final FullRegisters full;

    ExportBench(FullRegisters full) {
        this.full = full;
    }

    List<Result> run() throws Exception {
        GrantFixture fixture = full.fixture();
        Privacy privacy = full.thun().bean(Privacy.class);
        Actor coordinator = fixture.ofGrantee(Role.GC);
        RecordFilter volunteers = new RecordFilter(Register.PERSON, full.grant().id(), null, null, ROLE, null);
        String request = privacy.askExport(volunteers, "เปรียบเทียบความเร็ว", coordinator).orElseThrow().requestId();
        privacy.decide(request, true, null, fixture.ofGrantee(Role.GL)).orElseThrow();
        Browser browser = new Browser(full.thun().address(), coordinator.username(), GrantFixture.PASSWORD);
        String file = "/privacy/" + request + "/export";
        List<String> client = client(full.thun().schema());

        long bytes = browser.drain(file);
        print(client);
        Timings measured = new Timings(RUNS);
        Timings baseline = new Timings(RUNS);
        for (int i = 0; i < RUNS; i++) {
            measured.measure(() -> browser.drain(file));
            baseline.measure(() -> print(client));
        }
        System.out.printf("export: %d bytes%n", bytes);
        return List.of(new Result("export of " + Population.VOLUNTEERS + " volunteers as CSV", "`mysql --batch`", "median",
                measured.micros(0.5), baseline.micros(0.5), 2.0));
    }

    /** The client in a process of its own, its output thrown away. */
    private static void print(List<String> client) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(client)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("no mysql client: name one in BENCH_MYSQL_CLIENT instead of " + client);
        }
    }

    private List<String> client(MySqlSchema schema) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("bench.mysql.client", "dev/mysql shell").split(" ")));
        command.addAll(List.of("--host=" + schema.host(), "--port=" + schema.port(), "--user=root", "--batch",
                "--database=" + schema.name(), "--execute=" + ROWS.formatted(ROLE, full.grant().id())));
        return command;
    }
}
