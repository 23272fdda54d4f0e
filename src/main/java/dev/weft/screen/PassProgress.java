package dev.weft.screen;

import dev.weft.run.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Measures the progress of one pass: share, rate and remaining time.
///
/// Times are seconds on any clock.
final class PassProgress {
    /// Time window of the rate. A short window shows soon that uploads have stopped.
    private static final double RECENT_SECONDS = 3;

    /// Share of the uploads from which the rate predicts better than the forecast.
    private static final double RELIABLE_SHARE = 0.05;

    /// Elapsed time from which the rate predicts better than the forecast.
    private static final double RELIABLE_SECONDS = 0.5;

    private final String name;
    private final int total;
    private final Optional<Duration> limit;
    private final boolean openEnded;
    private final Supplier<Progress> progress;
    private final double startedAt;
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private Progress latest = Progress.NONE;

    private record Sample(double at, int done) {}

    /// Snapshot of a pass.
    ///
    /// @param left remaining seconds; empty while the forecast predicts better than the rate
    record Snapshot(ProgressSnapshot.Step step, OptionalDouble left) {}

    /// @param total number of uploads; of a warm-up, the largest number
    /// @param limit longest time of a warm-up; empty for any other pass
    /// @param openEnded whether the pass ends as soon as the JVM is steady
    PassProgress(
            String name,
            int total,
            Optional<Duration> limit,
            boolean openEnded,
            Supplier<Progress> progress,
            double startedAt) {
        this.name = name;
        this.total = total;
        this.limit = limit;
        this.openEnded = openEnded;
        this.progress = progress;
        this.startedAt = startedAt;
        samples.add(new Sample(startedAt, 0));
    }

    /// Takes a snapshot at the given time.
    Snapshot snapshot(double at) {
        Progress now = progress.get();
        // A trial resets its progress after a pass. The verification still shows the last one.
        if (now.done() >= latest.done()) {
            latest = now;
        }
        OptionalDouble rate = rate(at, latest.done());
        double share = Math.min(1, (double) latest.done() / total);
        OptionalDouble left = left(at, latest.done(), rate);
        return new Snapshot(
                new ProgressSnapshot.Step(
                        name,
                        share,
                        (openEnded ? "%,d of at most %,d" : "%,d of %,d")
                                .formatted(latest.done(), total),
                        rate,
                        latest.p99Nanos(),
                        latest.failed(),
                        left.isPresent()
                                ? Optional.of(duration(left.getAsDouble()))
                                : Optional.empty()),
                left);
    }

    private OptionalDouble rate(double now, int done) {
        if (now > samples.getLast().at()) {
            samples.addLast(new Sample(now, done));
        }
        while (samples.size() > 2 && now - samples.getFirst().at() > RECENT_SECONDS) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        return now > first.at() && done > 0
                ? OptionalDouble.of((done - first.done()) / (now - first.at()))
                : OptionalDouble.empty();
    }

    private OptionalDouble left(double now, int done, OptionalDouble rate) {
        double elapsed = now - startedAt;
        if (openEnded
                || done < total * RELIABLE_SHARE
                || elapsed < RELIABLE_SECONDS
                || rate.isEmpty()
                || rate.getAsDouble() <= 0) {
            return OptionalDouble.empty();
        }
        double byRate = Math.max(0, total - done) / rate.getAsDouble();
        return OptionalDouble.of(
                limit.map(time -> Math.min(byRate, Math.max(0, time.toMillis() / 1e3 - elapsed)))
                        .orElse(byRate));
    }

    static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
