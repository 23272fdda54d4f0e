package dev.weft.analysis;

import dev.weft.plan.Phase;
import dev.weft.record.PassMeasures;
import dev.weft.stats.Drift;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Checks whether the warm passes of a mode become faster or slower within their JVMs.
record PassDrift(ModeSummary summary) {
    /// Smallest relative change to report; a smaller one affects no verdict.
    private static final double MINIMUM_CHANGE = 0.05;

    /// Relative change from the first warm pass to the last; empty if it is within noise or at most
    /// 5%.
    Optional<Double> beyondNoise() {
        Map<Integer, List<Pass>> blocks =
                summary.good(Phase.WARM)
                        .map(
                                row ->
                                        new Pass(
                                                row.place().block(),
                                                row.place().pass(),
                                                row.measures()
                                                        .map(PassMeasures::wall)
                                                        .orElseThrow()
                                                        .toNanos()))
                        .collect(
                                Collectors.groupingBy(
                                        Pass::block, TreeMap::new, Collectors.toList()));
        return Drift.inCommon(blocks.values().stream().map(PassDrift::times).toList())
                .filter(Drift::isBeyondNoise)
                .map(drift -> drift.ratio() - 1)
                .filter(change -> Math.abs(change) > MINIMUM_CHANGE);
    }

    private record Pass(int block, int number, long nanos) {}

    private static double[] times(List<Pass> passes) {
        return passes.stream()
                .sorted(Comparator.comparingInt(Pass::number))
                .mapToDouble(Pass::nanos)
                .toArray();
    }
}
