package dev.weft.cli;

import dev.weft.run.Progress;
import dev.weft.screen.ProgressSnapshot;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Follows one pass. Times are seconds on any clock.
final class PassProgress {
    /// The rate is that of the last seconds, so that one sees when uploads stop.
    private static final double RECENT_SECONDS = 3;

    /// From where on the rate tells more than the forecast.
    private static final double TELLING_SHARE = 0.05;

    private static final double TELLING_SECONDS = 0.5;

    private final String name;
    private final int total;
    private final Optional<Duration> limit;
    private final boolean openEnded;
    private final Supplier<Progress> progress;
    private final double startedAt;
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private Progress seen = Progress.NONE;

    private record Sample(double at, int done) {}

    /// What is seen of a pass.
    ///
    /// @param left seconds to its end, where that can be told better than by the forecast
    record Sight(ProgressSnapshot.Step step, OptionalDouble left) {}

    /// @param total of uploads
    /// @param limit how long it goes on at most, where it is a warm-up
    /// @param openEnded whether it ends as soon as the JVM is steady
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

    /// Looks how far it is.
    Sight look(double at) {
        Progress now = progress.get();
        // A trial forgets a pass that has ended, and weft still verifies it.
        if (now.done() >= seen.done()) {
            seen = now;
        }
        OptionalDouble rate = rate(at, seen.done());
        double share = Math.min(1, (double) seen.done() / total);
        OptionalDouble left = left(at, seen.done(), rate);
        return new Sight(
                new ProgressSnapshot.Step(
                        name,
                        share,
                        (openEnded ? "%,d of at most %,d" : "%,d of %,d")
                                .formatted(seen.done(), total),
                        rate,
                        seen.p99Nanos(),
                        seen.failed(),
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
        double gone = now - startedAt;
        if (openEnded
                || done < total * TELLING_SHARE
                || gone < TELLING_SECONDS
                || rate.isEmpty()
                || rate.getAsDouble() <= 0) {
            return OptionalDouble.empty();
        }
        double byRate = Math.max(0, total - done) / rate.getAsDouble();
        return OptionalDouble.of(
                limit.map(time -> Math.min(byRate, Math.max(0, time.toMillis() / 1e3 - gone)))
                        .orElse(byRate));
    }

    static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
