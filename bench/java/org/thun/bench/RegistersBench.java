package org.thun.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.thun.indicators.CentreFigures;
import org.thun.indicators.IndicatorQueries;
import org.thun.programmes.Indicator;
import org.thun.programmes.ProgrammeDefinition;

/**
 * With the whole population in the registers: the indicators of all centres from the summaries against the same figures from
 * the records, and the pages on which somebody of a centre works against what they may take.
 */
final class RegistersBench {

    private static final String BY_CENTRE = """
            SELECT centre_code, COUNT(DISTINCT record_id) FROM registry_standing
            WHERE grant_id = ? AND register_code = ? AND (? IS NULL OR facet_code = ?)
              AND counts_from <= ? AND counts_to >= ?
            GROUP BY centre_code
            """;
    private static final int WARM_UP = 30;
    private static final int RUNS = 60;
    private static final int PAGE_WARM_UP = 100;
    private static final int PAGES = 200;
    private static final double PATIENCE_MICROS = 300_000;
    private static final int SLOW_WARM_UP = 2;
    private static final int SLOW_RUNS = 7;

    private final FullRegisters full;

    RegistersBench(FullRegisters full) {
        this.full = full;
    }

    List<Result> run() throws Exception {
        full.findByName();
        Grant grant = full.grant();
        List<Result> results = new ArrayList<>();
        results.add(indicators(full.thun().bean(IndicatorQueries.class), full.loader().connection(), grant,
                full.definition(), full.today()));
        String centre = full.definition().centres().get(0).code();
        Actor manager = full.fixture().person(Role.CD, ScopeKind.CENTRE, Scope.centreId(grant.programmeKey(), centre));
        Browser browser = new Browser(full.thun().address(), manager.username(), GrantFixture.PASSWORD);
        results.add(page("indicators as a centre's data manager", browser, "/grants/" + grant.id() + "/indicators"));
        results.add(page("register of people as the same", browser, "/registers/people"));
        results.add(page("what a search by name finds, as the same", browser, search(browser, full.population().name())));
        results.add(page("what a search by a name with a slip finds, as the same", browser,
                search(browser, new StringBuilder(full.population().name()).deleteCharAt(1).toString())));
        results.add(page("work of the centre, as the same", browser, "/registers/work"));
        results.add(page("what a search by place finds, as the same", browser, place(browser, "อำเภอที่ 7")));
        results.add(page("what a search by the beginning of a name finds, as the same", browser, search(browser, "สม")));
        results.add(page("what a search by number finds, as the same", browser, search(browser, "PER-4242")));
        results.add(page("home as the same", browser, "/"));
        return results;
    }

    private static String place(Browser browser, String words) throws Exception {
        return browser.postForm("/registers/people/search", "place=" + Browser.encoded(words));
    }

    private static String search(Browser browser, String words) throws Exception {
        return browser.postForm("/registers/people/search", "q=" + Browser.encoded(words));
    }

    private static Result indicators(IndicatorQueries queries, Connection connection, Grant grant,
            ProgrammeDefinition definition, LocalDate today) throws Exception {
        Map<String, Map<String, Long>> counted = fromRecords(connection, grant, definition, today);
        for (CentreFigures figures : queries.byCentre(grant, today)) {
            for (Indicator indicator : definition.indicators()) {
                Long records = counted.get(indicator.id()).get(figures.centre().code());
                if (records != null && !records.equals(figures.of(indicator.id()))) {
                    throw new IllegalStateException("not the same figures: " + indicator.id() + " of " + figures);
                }
            }
        }
        Timings measured = new Timings(RUNS);
        Timings baseline = new Timings(SLOW_RUNS);
        for (int i = 0; i < WARM_UP; i++) {
            queries.byCentre(grant, today);
        }
        for (int i = 0; i < SLOW_WARM_UP; i++) {
            fromRecords(connection, grant, definition, today);
        }
        for (int i = 0; i < RUNS; i++) {
            measured.measure(() -> queries.byCentre(grant, today));
            if (i < SLOW_RUNS) {
                baseline.measure(() -> fromRecords(connection, grant, definition, today));
            }
        }
        return new Result("seven indicators of 82 centres, from the summaries", "the same from the records", "median",
                measured.micros(0.5), baseline.micros(0.5), 0.05);
    }

    private static Map<String, Map<String, Long>> fromRecords(
            Connection connection, Grant grant, ProgrammeDefinition definition, LocalDate day) throws SQLException {
        Map<String, Map<String, Long>> all = new HashMap<>();
        for (Indicator indicator : definition.indicators()) {
            Map<String, Long> byCentre = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(BY_CENTRE)) {
                statement.setString(1, grant.id());
                statement.setString(2, indicator.source().register().name());
                statement.setString(3, indicator.source().role());
                statement.setString(4, indicator.source().role());
                statement.setObject(5, day);
                statement.setObject(6, day);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        byCentre.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            all.put(indicator.id(), byCentre);
        }
        return all;
    }

    private static Result page(String name, Browser browser, String path) throws Exception {
        for (int i = 0; i < PAGE_WARM_UP; i++) {
            browser.get(path);
        }
        Timings measured = new Timings(PAGES);
        for (int i = 0; i < PAGES; i++) {
            measured.measure(() -> browser.get(path));
        }
        return new Result(name, "300 ms", "p95", measured.micros(0.95), PATIENCE_MICROS, 1.0);
    }
}
