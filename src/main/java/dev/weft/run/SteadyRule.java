package dev.weft.run;

import dev.weft.record.WarmupSlice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// When a warm-up has reached a steady state: over two successive halves of [#HALF] slices, mean
/// CPU and mean wall time per upload differ by at most [#LARGEST_CHANGE], and in each of the last
/// [#CALM_SLICES] the JIT compilers are busy for at most [#LARGEST_JIT_SHARE] of the wall time.
///
/// Garbage collections and the size of the heap gate nothing: G1 resizes the heap for minutes.
final class SteadyRule {
    /// Slices that are compared with as many before them.
    static final int HALF = 5;

    /// The largest difference between the halves, as a share of the earlier one.
    static final double LARGEST_CHANGE = 0.05;

    /// Slices that must be nearly free of compilation.
    static final int CALM_SLICES = 3;

    /// The largest share of the wall time that the compilers may be busy.
    static final double LARGEST_JIT_SHARE = 0.02;

    private SteadyRule() {}

    /// What the slices lack of a steady state, in one clause; empty where they are steady.
    ///
    /// @param slices of one warm-up, made under equal conditions, in their order
    static Optional<String> objection(List<WarmupSlice> slices) {
        if (slices.size() < 2 * HALF) {
            return Optional.of(
                    "%d slices are too few; it takes %d".formatted(slices.size(), 2 * HALF));
        }
        List<WarmupSlice> before = slices.subList(slices.size() - 2 * HALF, slices.size() - HALF);
        List<WarmupSlice> after = slices.subList(slices.size() - HALF, slices.size());
        return changed("CPU per upload", before, after, SteadyRule::cpuNanos)
                .or(() -> changed("wall time", before, after, slice -> slice.wall().toNanos()))
                .or(() -> compiling(slices));
    }

    /// Whether the compilers were busy in one of the last slices; empty where they were not.
    static Optional<String> compiling(List<WarmupSlice> slices) {
        return slices.stream()
                .skip(Math.max(0, slices.size() - CALM_SLICES))
                .flatMap(slice -> compiling(slice.compilation(), slice.wall()).stream())
                .findFirst();
    }

    /// Whether the compilers were busy in a stretch of time; empty where they were not.
    static Optional<String> compiling(Optional<Duration> compilation, Duration wall) {
        return compilation
                .filter(busy -> busy.toNanos() > LARGEST_JIT_SHARE * wall.toNanos())
                .map(
                        busy ->
                                "the JIT compilers were busy for %d ms of %d ms"
                                        .formatted(busy.toMillis(), wall.toMillis()));
    }

    private static Optional<String> changed(
            String what,
            List<WarmupSlice> before,
            List<WarmupSlice> after,
            ToDoubleFunction<WarmupSlice> nanos) {
        double change = perUpload(after, nanos) / perUpload(before, nanos) - 1;
        return Math.abs(change) > LARGEST_CHANGE
                ? Optional.of("%s still changed by %.0f%%".formatted(what, 100 * change))
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
}
