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

/// How many JVMs of a mode were steady in their warm passes. Only JVMs whose warm-up is checked
/// count: a fixed warm-up is not.
///
/// @param jvms whose warm-up is checked
/// @param reasons why JVMs were unsteady, one for each of them
public record Steadiness(int jvms, List<String> reasons) {
    /// The largest share of the wall time of all warm passes of a steady JVM that its JIT compilers
    /// are busy. It is more than a warm-up may end with: single methods are compiled long after.
    private static final double LARGEST_JIT_SHARE = 0.05;

    /// The largest drift of wall time over the warm passes of a steady JVM.
    private static final double LARGEST_DRIFT = 0.05;

    /// The largest share of unsteady JVMs under which CPU times are still reported.
    private static final double LARGEST_SHARE = 0.25;

    public Steadiness {
        reasons = List.copyOf(reasons);
    }

    /// Of passes of one mode in one setting.
    ///
    /// @param rows that ended well
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
                jvms.values().stream().flatMap(passes -> unsteady(passes).stream()).toList());
    }

    private static Optional<String> unsteady(List<PassRow> passes) {
        return passes.stream()
                .flatMap(row -> row.setting().warmup().unsteady().stream())
                .findFirst()
                .or(() -> compiled(passes))
                .or(() -> drifted(passes));
    }

    private static Optional<String> compiled(List<PassRow> passes) {
        List<PassMeasures> measures =
                passes.stream().flatMap(row -> row.measures().stream()).toList();
        long wall = measures.stream().mapToLong(of -> of.wall().toNanos()).sum();
        long compilation =
                measures.stream()
                        .flatMap(of -> of.usage().compilation().stream())
                        .mapToLong(Duration::toNanos)
                        .sum();
        return compilation > LARGEST_JIT_SHARE * wall
                ? Optional.of(
                        "the JIT compilers were busy for %s of its warm passes"
                                .formatted(FigureFormat.percent((double) compilation / wall)))
                : Optional.empty();
    }

    private static Optional<String> drifted(List<PassRow> passes) {
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
        return reasons.size() <= LARGEST_SHARE * jvms;
    }
}
