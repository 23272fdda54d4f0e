package dev.weft.run;

import dev.weft.record.WarmupResult.WarmupSlice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Decides whether slices of a warm-up under equal conditions are steady. Mean CPU and wall time
/// per upload may fall by at most [#LARGEST_FALL] between two successive halves of [#HALF] slices.
/// A rise is accepted: a JVM gets faster in a warm-up, and noise of the machine does not end with
/// more uploads.
///
/// The JIT compilers must also be nearly idle. Without the latency of the server ([#nearlySteady]),
/// they may be busy for a quarter of the time, because the last methods take long to compile. Under
/// the conditions of measured passes ([#objection]), the limit is [#LARGEST_JIT_SHARE] of the wall
/// time in each of the last [#CALM_SLICES] slices.
///
/// Garbage collections and heap size do not count, because G1 resizes the heap for minutes.
final class SteadyRule {
    /// Number of slices in each half.
    static final int HALF = 5;

    /// Largest fall from one half to the next, as a share of the earlier half.
    static final double LARGEST_FALL = 0.05;

    /// Number of slices in which the JIT compilers must be nearly idle.
    static final int CALM_SLICES = 3;

    /// Largest busy time of the JIT compilers, as a share of the wall time.
    static final double LARGEST_JIT_SHARE = 0.02;

    private static final double LARGEST_JIT_SHARE_UNDELAYED = 0.25;

    private SteadyRule() {}

    /// Why the slices are not steady, in one clause; empty if they are.
    ///
    /// @param slices slices in their order
    static Optional<String> objection(List<WarmupSlice> slices) {
        return falling(slices)
                .or(
                        () ->
                                last(slices, CALM_SLICES).stream()
                                        .flatMap(
                                                slice ->
                                                        jitBusy(List.of(slice), LARGEST_JIT_SHARE)
                                                                .stream())
                                        .findFirst());
    }

    /// Whether slices without the latency of the server are steady enough to restore it.
    ///
    /// @param slices slices in their order
    static boolean nearlySteady(List<WarmupSlice> slices) {
        return falling(slices)
                .or(() -> jitBusy(last(slices, HALF), LARGEST_JIT_SHARE_UNDELAYED))
                .isEmpty();
    }

    private static Optional<String> falling(List<WarmupSlice> slices) {
        if (slices.size() < 2 * HALF) {
            return Optional.of(
                    "%d slices are too few; it takes %d".formatted(slices.size(), 2 * HALF));
        }
        List<WarmupSlice> after = last(slices, HALF);
        List<WarmupSlice> before = last(slices.subList(0, slices.size() - HALF), HALF);
        return falling("CPU per upload", before, after, SteadyRule::cpuNanos)
                .or(() -> falling("wall time", before, after, slice -> slice.wall().toNanos()));
    }

    private static Optional<String> falling(
            String quantity,
            List<WarmupSlice> before,
            List<WarmupSlice> after,
            ToDoubleFunction<WarmupSlice> nanos) {
        double fall = 1 - perUpload(after, nanos) / perUpload(before, nanos);
        return fall > LARGEST_FALL
                ? Optional.of("%s still fell by %.0f%%".formatted(quantity, 100 * fall))
                : Optional.empty();
    }

    private static double perUpload(List<WarmupSlice> slices, ToDoubleFunction<WarmupSlice> nanos) {
        return slices.stream().mapToDouble(nanos).sum()
                / slices.stream().mapToInt(WarmupSlice::uploads).sum();
    }

    /// Without CPU times, the wall time alone decides.
    private static double cpuNanos(WarmupSlice slice) {
        return slice.cpu().orElse(slice.wall()).toNanos();
    }

    private static Optional<String> jitBusy(List<WarmupSlice> slices, double largestShare) {
        long busyNanos =
                slices.stream()
                        .flatMap(slice -> slice.compilation().stream())
                        .mapToLong(Duration::toNanos)
                        .sum();
        long wallNanos = slices.stream().mapToLong(slice -> slice.wall().toNanos()).sum();
        return busyNanos > largestShare * wallNanos
                ? Optional.of(
                        "the JIT compilers were busy for %d ms of %d ms"
                                .formatted(
                                        Duration.ofNanos(busyNanos).toMillis(),
                                        Duration.ofNanos(wallNanos).toMillis()))
                : Optional.empty();
    }

    private static List<WarmupSlice> last(List<WarmupSlice> slices, int count) {
        return slices.subList(Math.max(0, slices.size() - count), slices.size());
    }
}
