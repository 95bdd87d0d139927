package org.thun.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.thun.ThunApplication;

/**
 * Runs the benchmarks named on the command line, or all: each measures Thun and a baseline in the same run, on the same
 * MySQL server, in turns, and states a ratio. {@code bench/run} starts it.
 */
public final class Bench {

    private Bench() {}

    /**
     * What a benchmark found.
     *
     * @param name what was measured
     * @param baseline what it was measured against
     * @param statistic which value of both is compared ({@code median}, {@code p95})
     * @param measuredMicros Thun
     * @param baselineMicros the baseline
     * @param goal the ratio that must not be exceeded, or {@link #STATED}
     * @param unit what thousands of either count
     */
    record Result(
            String name,
            String baseline,
            String statistic,
            double measuredMicros,
            double baselineMicros,
            double goal,
            String unit) {

        /** Times. */
        Result(String name, String baseline, String statistic, double measuredMicros, double baselineMicros, double goal) {
            this(name, baseline, statistic, measuredMicros, baselineMicros, goal, "ms");
        }

        /** Instead of a goal where a ratio is to be known, not to be kept. */
        static final double STATED = Double.POSITIVE_INFINITY;

        double ratio() {
            return measuredMicros / baselineMicros;
        }

        boolean met() {
            return ratio() <= goal;
        }

        String row() {
            String verdict = goal == STATED
                    ? "– | stated"
                    : String.format(Locale.ROOT, "≤ %.2f | %s", goal, met() ? "met" : "missed");
            return String.format(Locale.ROOT, "| %s | %s | %s | %.2f %s | %.2f %s | **%.2f** | %s |", name, baseline,
                    statistic, measuredMicros / 1000, unit, baselineMicros / 1000, unit, ratio(), verdict);
        }
    }

    public static void main(String[] names) throws Exception {
        ThunApplication.useThaiWithoutCountry();
        List<String> wanted = Arrays.asList(names);
        List<Result> results = new ArrayList<>();
        if (wanted.isEmpty() || wanted.contains("complete")) {
            results.addAll(new TaskCompletionBench().run());
        }
        if (wanted.isEmpty() || wanted.contains("inbox")) {
            results.addAll(new InboxBench().run());
        }
        results.addAll(withFullRegisters(wanted));
        if (wanted.isEmpty() || wanted.contains("import")) {
            results.addAll(new ImportBench().run());
        }
        if (wanted.isEmpty() || wanted.contains("plan")) {
            results.addAll(new PlanBench().run());
        }
        if (results.isEmpty()) {
            throw new IllegalArgumentException(
                    "no such benchmark among complete, inbox, registers, reports, export, import, plan: " + wanted);
        }
        report(results);
        System.exit(results.stream().allMatch(Result::met) ? 0 : 1);
    }

    /** Those that need the whole population load it once. */
    private static List<Result> withFullRegisters(List<String> wanted) throws Exception {
        List<Result> results = new ArrayList<>();
        if (wanted.isEmpty() || !Collections.disjoint(wanted, List.of("registers", "export", "reports"))) {
            try (FullRegisters full = new FullRegisters()) {
                if (wanted.isEmpty() || wanted.contains("registers")) {
                    results.addAll(told(new RegistersBench(full).run()));
                }
                if (wanted.isEmpty() || wanted.contains("reports")) {
                    results.addAll(told(new ReportsBench(full).run()));
                }
                if (wanted.isEmpty() || wanted.contains("export")) {
                    results.addAll(told(new ExportBench(full).run()));
                }
            }
        }
        return results;
    }

    /** Says at once what was found, for what follows takes minutes. */
    private static List<Result> told(List<Result> results) {
        results.forEach(result -> System.out.println(result.row()));
        return results;
    }

    private static void report(List<Result> results) throws IOException {
        StringBuilder table = new StringBuilder("""
                | measured | against | | Thun | baseline | ratio | goal | |
                |---|---|---|---|---|---|---|---|
                """);
        results.forEach(result -> table.append(result.row()).append('\n'));
        System.out.println(table);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/bench.md"), table);
    }
}
