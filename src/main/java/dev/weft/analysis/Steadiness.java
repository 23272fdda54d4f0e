package dev.weft.analysis;

import dev.weft.plan.Phase;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassRow;
import dev.weft.stats.Drift;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts the JVMs of a mode that were steady in their warm passes. Leaves out JVMs with a fixed
/// warm-up, which has no check for a steady state.
///
/// @param jvms number of JVMs with a checked warm-up
/// @param reasons one reason for each unsteady JVM
public record Steadiness(int jvms, List<String> reasons) {
    /// Largest JIT compilation time of a steady JVM, as a share of the wall time of its warm
    /// passes. Exceeds the limit for the end of a warm-up, as single methods are compiled later.
    private static final double LARGEST_JIT_SHARE = 0.05;

    /// Largest drift of wall time over the warm passes of a steady JVM.
    private static final double LARGEST_DRIFT = 0.05;

    /// Largest share of unsteady JVMs at which CPU times are still reported.
    private static final double LARGEST_UNSTEADY_SHARE = 0.25;

    public Steadiness {
        reasons = List.copyOf(reasons);
    }

    /// Steadiness over the passes of one mode in one case.
    ///
    /// @param rows successful passes
    static Steadiness of(List<PassRow> rows) {
        Map<String, List<PassRow>> jvms = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.setting().phase() == Phase.WARM)
                .filter(row -> row.setting().warmup().steady().isPresent())
                .sorted(Comparator.comparingInt(row -> row.place().pass()))
                .forEach(
                        row ->
                                jvms.computeIfAbsent(row.place().trialId(), _ -> new ArrayList<>())
                                        .add(row));
        return new Steadiness(
                jvms.size(),
                jvms.values().stream().flatMap(passes -> reason(passes).stream()).toList());
    }

    private static Optional<String> reason(List<PassRow> passes) {
        return passes.stream()
                .flatMap(row -> row.setting().warmup().unsteady().stream())
                .findFirst()
                .or(() -> compilationReason(passes))
                .or(() -> driftReason(passes));
    }

    private static Optional<String> compilationReason(List<PassRow> passes) {
        List<PassMeasures> measures =
                passes.stream().flatMap(row -> row.measures().stream()).toList();
        long wall = measures.stream().mapToLong(pass -> pass.wall().toNanos()).sum();
        long compilation =
                measures.stream()
                        .flatMap(pass -> pass.usage().compilation().stream())
                        .mapToLong(Duration::toNanos)
                        .sum();
        return compilation > LARGEST_JIT_SHARE * wall
                ? Optional.of(
                        "the JIT compilers were busy for %s of its warm passes"
                                .formatted(FigureFormat.percent((double) compilation / wall)))
                : Optional.empty();
    }

    private static Optional<String> driftReason(List<PassRow> passes) {
        return Drift.ratio(
                        passes.stream()
                                .flatMap(row -> row.measures().stream())
                                .map(PassMeasures::wall)
                                .mapToDouble(wall -> wall.toNanos())
                                .toArray())
                .filter(ratio -> Math.abs(ratio - 1) > LARGEST_DRIFT)
                .map(
                        ratio ->
                                "wall time changed by %s over its warm passes"
                                        .formatted(FigureFormat.percent(Math.abs(ratio - 1))));
    }

    /// Whether enough JVMs are steady to report CPU times.
    public boolean isEnough() {
        return reasons.size() <= LARGEST_UNSTEADY_SHARE * jvms;
    }
}
