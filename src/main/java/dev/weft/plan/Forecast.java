package dev.weft.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// What an experiment will send and about how long it will take.
///
/// @param puts objects that are written, the warm-up's included
/// @param bytes that they have together
/// @param others requests to list and delete
public record Forecast(long puts, long bytes, long others, Duration time) {
    /// What a JVM costs before its first upload, and a pass for being verified and tidied up, as
    /// seen on two cores.
    private static final double TRIAL_SECONDS = 2.5;

    private static final double PASS_SECONDS = 0.2;

    /// CPU seconds of one upload, client and embedded server together, as seen on two cores.
    private static final double CPU_SECONDS = 0.0018;

    /// The time that is assumed for an upload where nobody knows.
    private static final Duration UNKNOWN_LATENCY = Duration.ofMillis(50);

    /// What 1,000 PUT or LIST requests cost in US dollars: Amazon S3 Standard, us-east-1, November
    /// 2026.
    private static final double DOLLARS_PER_THOUSAND = 0.005;

    private static final int KEYS_PER_REQUEST = 1000;

    /// Adds up the trials.
    ///
    /// @param items of every archive that the trials name
    /// @param cores that client and embedded server share
    public static Forecast of(List<PlannedTrial> trials, Function<Path, Items> items, int cores) {
        long puts = 0;
        long bytes = 0;
        long others = 0;
        double seconds = 0;
        for (PlannedTrial trial : trials) {
            seconds += TRIAL_SECONDS;
            for (PassSpec pass : trial.passes()) {
                Items of = items.apply(pass.archive());
                long files =
                        pass.warmup()
                                .map(limit -> (long) limit.uploads())
                                .orElse((long) of.files());
                puts += files;
                bytes += bytes(of, files);
                others += 2L * (1 + of.files() / KEYS_PER_REQUEST);
                seconds += seconds(trial.spec(), pass, files, cores);
            }
        }
        return new Forecast(puts, bytes, others, Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /// Bytes of so many files: whole rounds over the archive, and of the last round its share.
    private static long bytes(Items of, long files) {
        return of.bytes() * (files / of.files()) + of.bytes() * (files % of.files()) / of.files();
    }

    private static double seconds(TrialSpec spec, PassSpec pass, long files, int cores) {
        int concurrency =
                pass.phase() == Phase.WARMUP ? spec.contract().poolSize() : spec.concurrency();
        double latency = spec.target().latency().orElse(UNKNOWN_LATENCY).toNanos() / 1e9;
        double byLatency = Math.ceil((double) files / concurrency) * (latency + CPU_SECONDS);
        double byCpu = files * CPU_SECONDS / Math.min(cores, concurrency);
        double expected = Math.max(byLatency, byCpu) + PASS_SECONDS;
        return pass.warmup()
                .map(limit -> Math.min(expected, limit.time().toNanos() / 1e9 + PASS_SECONDS))
                .orElse(expected);
    }

    /// Both, one after the other.
    public Forecast with(Forecast other) {
        return new Forecast(
                puts + other.puts,
                bytes + other.bytes,
                others + other.others,
                time.plus(other.time));
    }

    /// The same, after something else that takes its time.
    public Forecast after(Duration first) {
        return new Forecast(puts, bytes, others, time.plus(first));
    }

    /// All requests together.
    public long requests() {
        return puts + others;
    }

    /// About what the requests cost at Amazon S3, in US dollars. Deleting is free; transfer in is
    /// too.
    public double dollars() {
        return requests() * DOLLARS_PER_THOUSAND / 1000;
    }
}
