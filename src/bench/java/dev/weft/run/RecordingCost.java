package dev.weft.run;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs the benchmarks and says which share of a pass is weft's own: by medians, which a busy
/// machine moves less than means.
public final class RecordingCost {
    /// The fastest pass in README: 500 files at concurrency 64, `async`.
    private static final Duration PASS = Duration.ofMillis(328);

    private static final double NANOS_PER_MICRO = 1e3;

    private RecordingCost() {}

    /// Runs them all.
    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results =
                new Runner(new OptionsBuilder().include("dev\\.weft\\..*Benchmark").build()).run();
        double item =
                nanos(results, "itemInFile")
                        + Math.max(nanos(results, "blocking"), nanos(results, "nonBlocking"));
        double once = nanos(results, "usageOfAPass");
        double pass = RecordingBenchmark.ITEMS * item + once;
        System.out.printf(
                Locale.ROOT,
                "%n%.0f ns an item and %.0f us a pass: %.0f us in a pass of %d items, %.2f%% of %d ms%n",
                item,
                once / NANOS_PER_MICRO,
                pass / NANOS_PER_MICRO,
                RecordingBenchmark.ITEMS,
                100 * pass / PASS.toNanos(),
                PASS.toMillis());
    }

    private static double nanos(Collection<RunResult> results, String benchmark) {
        List<Double> scores =
                results.stream()
                        .filter(
                                result ->
                                        result.getParams().getBenchmark().endsWith("." + benchmark))
                        .map(result -> result.getPrimaryResult().getStatistics().getPercentile(50))
                        .toList();
        if (scores.size() != 1) {
            throw new IllegalStateException("%d results of %s".formatted(scores.size(), benchmark));
        }
        return scores.getFirst();
    }
}
