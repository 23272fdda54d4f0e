package dev.weft.analysis;

import dev.weft.plan.ModeName;
import dev.weft.stats.Estimate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A sweep: the summaries of one mode by concurrency.
///
/// @param points summaries by concurrency, each with a throughput; of several cases with the same
///   concurrency, the one with the most files
public record Sweep(ModeName mode, SortedMap<Integer, ModeSummary> points) {
    /// Smallest relevant gain in throughput or CPU, as a share.
    public static final double WORTH = 0.05;

    public Sweep {
        points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs a point");
        }
    }

    /// Sweeps of a run, with one point each if the run has one concurrency. Leaves out modes
    /// without a successful warm pass.
    public static List<Sweep> of(Analysis analysis) {
        SortedMap<ModeName, SortedMap<Integer, ModeSummary>> modes = new TreeMap<>();
        analysis.summaries().stream()
                .filter(summary -> summary.throughput().isPresent())
                .sorted(Comparator.comparing(ModeSummary::setting))
                .forEach(
                        summary ->
                                modes.computeIfAbsent(summary.mode(), _ -> new TreeMap<>())
                                        .put(summary.setting().concurrency(), summary));
        return modes.entrySet().stream()
                .map(entry -> new Sweep(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// Point with the highest throughput.
    public ModeSummary best() {
        return points.values().stream()
                .max(Comparator.comparingDouble(Sweep::throughput))
                .orElseThrow();
    }

    /// Point with the smallest concurrency whose throughput is within 5% of the best.
    public ModeSummary knee() {
        double enough = throughput(best()) * (1 - WORTH);
        return points.values().stream()
                .filter(point -> throughput(point) >= enough)
                .findFirst()
                .orElseThrow();
    }

    /// Throughput in uploads per second.
    static double throughput(ModeSummary point) {
        return point.throughput().map(Estimate::value).orElseThrow();
    }
}
