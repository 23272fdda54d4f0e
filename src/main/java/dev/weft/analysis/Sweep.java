package dev.weft.analysis;

import dev.weft.plan.ModeName;
import dev.weft.stats.Estimate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One mode over the concurrencies that it was measured at.
///
/// @param points by concurrency: the setting with the most files where there are several; each has
///   a throughput
public record Sweep(ModeName mode, SortedMap<Integer, ModeSummary> points) {
    /// What a larger concurrency must gain to be worth it.
    public static final double WORTH = 0.05;

    public Sweep {
        points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs a point");
        }
    }

    /// The sweeps of a run, of one point each where there was one concurrency. A mode without a
    /// warm pass that ended well has none.
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

    /// Where the throughput is highest.
    public ModeSummary best() {
        return points.values().stream()
                .max(Comparator.comparingDouble(Sweep::throughput))
                .orElseThrow();
    }

    /// The smallest concurrency whose throughput is within 5% of the best.
    public ModeSummary knee() {
        double enough = throughput(best()) * (1 - WORTH);
        return points.values().stream()
                .filter(point -> throughput(point) >= enough)
                .findFirst()
                .orElseThrow();
    }

    /// Uploads a second.
    static double throughput(ModeSummary point) {
        return point.throughput().map(Estimate::value).orElseThrow();
    }
}
