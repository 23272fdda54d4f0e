package dev.weft.run;

import dev.weft.record.WarmupSlice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// When slices of a warm-up, made under equal conditions, are steady: over two successive halves of
/// [#HALF] slices, mean CPU and mean wall time per upload fall by at most [#LARGEST_FALL], and the
/// JIT compilers are nearly idle. A rise is no objection: a JVM that warms up gets faster, and
/// noise of the machine does not end with more uploads.
///
/// Nearly idle is a matter of conditions. Without the latency of the server ([#nearlySteady]) the
/// compilers may be busy for a quarter of the time: the uploads come so fast that the last methods
/// take long to get compiled. Under the conditions of measured passes ([#objection]) it is
/// [#LARGEST_JIT_SHARE] of the wall time in each of the last [#CALM_SLICES] slices.
///
/// Garbage collections and the size of the heap gate nothing: G1 resizes the heap for minutes.
final class SteadyRule {
    /// Slices that are compared with as many before them.
    static final int HALF = 5;

    /// The largest fall from one half to the next, as a share of the earlier one.
    static final double LARGEST_FALL = 0.05;

    /// Slices that must be nearly free of compilation.
    static final int CALM_SLICES = 3;

    /// The largest share of the wall time that the compilers may be busy.
    static final double LARGEST_JIT_SHARE = 0.02;

    private static final double LARGEST_JIT_SHARE_BEFORE = 0.25;

    private SteadyRule() {}

    /// What the slices lack of a steady state, in one clause; empty where they are steady.
    ///
    /// @param slices in their order
    static Optional<String> objection(List<WarmupSlice> slices) {
        return falling(slices)
                .or(
                        () ->
                                last(slices, CALM_SLICES).stream()
                                        .flatMap(
                                                slice ->
                                                        busy(List.of(slice), LARGEST_JIT_SHARE)
                                                                .stream())
                                        .findFirst());
    }

    /// Whether slices without the latency of the server have come so far that it can be put back.
    ///
    /// @param slices in their order
    static boolean nearlySteady(List<WarmupSlice> slices) {
        return falling(slices)
                .or(() -> busy(last(slices, HALF), LARGEST_JIT_SHARE_BEFORE))
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
            String what,
            List<WarmupSlice> before,
            List<WarmupSlice> after,
            ToDoubleFunction<WarmupSlice> nanos) {
        double fall = 1 - perUpload(after, nanos) / perUpload(before, nanos);
        return fall > LARGEST_FALL
                ? Optional.of("%s still fell by %.0f%%".formatted(what, 100 * fall))
                : Optional.empty();
    }

    private static double perUpload(List<WarmupSlice> slices, ToDoubleFunction<WarmupSlice> nanos) {
        return slices.stream().mapToDouble(nanos).sum()
                / slices.stream().mapToInt(WarmupSlice::uploads).sum();
    }

    /// Where the platform does not know the CPU time, the wall time alone decides.
    private static double cpuNanos(WarmupSlice slice) {
        return slice.cpu().orElse(slice.wall()).toNanos();
    }

    private static Optional<String> busy(List<WarmupSlice> slices, double largestShare) {
        long busy =
                slices.stream()
                        .flatMap(slice -> slice.compilation().stream())
                        .mapToLong(Duration::toNanos)
                        .sum();
        long wall = slices.stream().mapToLong(slice -> slice.wall().toNanos()).sum();
        return busy > largestShare * wall
                ? Optional.of(
                        "the JIT compilers were busy for %d ms of %d ms"
                                .formatted(
                                        Duration.ofNanos(busy).toMillis(),
                                        Duration.ofNanos(wall).toMillis()))
                : Optional.empty();
    }

    private static List<WarmupSlice> last(List<WarmupSlice> slices, int count) {
        return slices.subList(Math.max(0, slices.size() - count), slices.size());
    }
}
