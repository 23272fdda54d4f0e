package dev.weft.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The most that an experiment sends, and about how long it takes. Attempts that are made again
/// after a failure are not in it.
///
/// @param bytes of the objects that are written, on the average of the files
/// @param bytesBack of the objects that are read
public record Forecast(RequestCounts requests, long bytes, long bytesBack, Duration time) {
    /// What a JVM costs before its first upload, and a pass for being verified and tidied up, as
    /// seen on two cores.
    private static final double TRIAL_SECONDS = 2.5;

    private static final double PASS_SECONDS = 0.2;

    /// CPU seconds of one upload, client and embedded server together, as seen on two cores.
    private static final double CPU_SECONDS = 0.0018;

    /// What it takes until a JVM is steady, as seen on two cores.
    private static final double STEADY_SECONDS = 30;

    private static final double STEADY_UPLOADS = 25_000;

    /// The time that is assumed for an upload where nobody knows.
    private static final Duration UNKNOWN_LATENCY = Duration.ofMillis(50);

    /// An archive, and what it takes to delete what a pass over it leaves.
    ///
    /// @param deletes requests
    public record Zip(ItemsSummary items, long deletes) {}

    /// What becomes of the objects of a pass.
    ///
    /// @param traits of the bucket that they go to
    /// @param verify how closely measured passes are read back
    /// @param kept whether those of measured passes stay there
    public record Care(BucketProperties traits, VerifyLevel verify, boolean kept) {
        /// To look whether the objects are there, and what they are.
        private RequestCounts verified(long files) {
            long reads =
                    switch (verify) {
                        case NONE, LIST -> 0;
                        case CHECKSUM -> traits.needsChecksums() ? files : 0;
                        case CONTENT -> files;
                    };
            return verify == VerifyLevel.NONE
                    ? RequestCounts.NONE
                    : new RequestCounts(0, RequestCounts.pages(files), reads, 0);
        }

        /// Whether every object of the pass comes back.
        private boolean readsContentOf(PassSpec pass) {
            return verify == VerifyLevel.CONTENT && pass.phase() != Phase.WARMUP;
        }

        /// To delete objects.
        ///
        /// @param writes of all of them together, of which a bucket may keep every one
        private RequestCounts tidied(long writes, Zip zip) {
            RequestCounts objects =
                    new RequestCounts(
                            0,
                            RequestCounts.pages(Math.min(writes, zip.items().files())),
                            0,
                            zip.deletes());
            return traits.keepsVersions()
                    ? objects.plus(
                            ofVersions(
                                    writes,
                                    Math.ceilDiv(writes, zip.items().files()),
                                    zip.deletes()))
                    : objects;
        }

        /// To list and delete versions. Where deleting them is refused they are listed once more,
        /// for the objects among them.
        ///
        /// @param rounds the most versions that an object has
        /// @param deletes requests to delete one version of each object
        public static RequestCounts ofVersions(long writes, long rounds, long deletes) {
            return new RequestCounts(
                    0, 2 * RequestCounts.pages(writes), 0, Math.max(1, rounds) * deletes);
        }
    }

    /// Without an object that is read.
    public Forecast(RequestCounts requests, long bytes, Duration time) {
        this(requests, bytes, 0, time);
    }

    /// Adds up the trials.
    ///
    /// @param zips of every archive that the trials name
    /// @param cores that client and embedded server share
    public static Forecast of(
            List<PlannedTrial> trials, Function<Path, Zip> zips, Care care, int cores) {
        RequestCounts requests = RequestCounts.NONE;
        long bytes = 0;
        long bytesBack = 0;
        double seconds = 0;
        for (PlannedTrial trial : trials) {
            seconds += TRIAL_SECONDS;
            for (PassSpec pass : trial.passes()) {
                Zip zip = zips.apply(pass.archive());
                long files = files(pass, zip.items());
                requests = requests.plus(requests(pass, files, zip, care));
                long size = bytes(zip.items(), files);
                bytes += size;
                bytesBack += care.readsContentOf(pass) ? size : 0;
                seconds += seconds(trial.spec(), pass, files, size, cores);
            }
        }
        return new Forecast(requests, bytes, bytesBack, duration(seconds));
    }

    private static RequestCounts requests(PassSpec pass, long files, Zip zip, Care care) {
        RequestCounts puts = new RequestCounts(files, 0, 0, 0);
        if (pass.phase() == Phase.WARMUP) {
            return puts.plus(care.tidied(files, zip));
        }
        RequestCounts verified = puts.plus(care.verified(files));
        return care.kept() ? verified : verified.plus(care.tidied(files, zip));
    }

    /// Bytes of so many files: whole rounds over the archive, and of the last round its share.
    public static long bytes(ItemsSummary of, long files) {
        return of.bytes() * (files / of.files()) + of.bytes() * (files % of.files()) / of.files();
    }

    /// About how long each pass of a trial takes, in its order; the first one with the start of the
    /// JVM.
    ///
    /// @param items of every archive that the trial names
    /// @param cores that client and embedded server share
    public static List<Duration> passes(
            PlannedTrial trial, Function<Path, ItemsSummary> items, int cores) {
        List<Duration> times = new ArrayList<>();
        for (PassSpec pass : trial.passes()) {
            ItemsSummary of = items.apply(pass.archive());
            long files = files(pass, of);
            double seconds = seconds(trial.spec(), pass, files, bytes(of, files), cores);
            times.add(duration(times.isEmpty() ? TRIAL_SECONDS + seconds : seconds));
        }
        return times;
    }

    private static long files(PassSpec pass, ItemsSummary of) {
        return pass.warmup().map(policy -> (long) policy.mostUploads()).orElse((long) of.files());
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static double seconds(
            TrialSpec spec, PassSpec pass, long files, long bytes, int cores) {
        int concurrency =
                pass.phase() == Phase.WARMUP ? spec.contract().poolSize() : spec.concurrency();
        double latency = spec.target().latency().orElse(UNKNOWN_LATENCY).toNanos() / 1e9;
        double byLatency = Math.ceil((double) files / concurrency) * (latency + CPU_SECONDS);
        double byBandwidth = seconds(spec.target(), bytes);
        double byCpu = files * CPU_SECONDS / Math.min(cores, concurrency);
        double expected = Math.max(byBandwidth, Math.max(byLatency, byCpu)) + PASS_SECONDS;
        return pass.warmup()
                .map(
                        policy ->
                                policy instanceof WarmupPolicy.Steady steady
                                        ? steadySeconds(steady, expected)
                                        : expected)
                .map(most -> Math.min(most, limit(pass)))
                .orElse(expected);
    }

    /// About how long it takes until a JVM is steady.
    ///
    /// @param most seconds that the largest number of uploads takes
    private static double steadySeconds(WarmupPolicy.Steady policy, double most) {
        return policy.undelayed() ? STEADY_SECONDS : most * STEADY_UPLOADS / policy.mostUploads();
    }

    private static double limit(PassSpec pass) {
        return pass.warmup()
                .flatMap(WarmupPolicy::mostTime)
                .map(time -> time.toNanos() / 1e9 + PASS_SECONDS)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// What the bandwidth of the embedded server allows no less than.
    private static double seconds(Target target, long bytes) {
        return target.faults()
                .flatMap(FaultPlan::bandwidth)
                .map(limit -> (double) bytes / limit.bytes())
                .orElse(0.0);
    }

    /// Both, one after the other.
    public Forecast with(Forecast other) {
        return new Forecast(
                requests.plus(other.requests),
                bytes + other.bytes,
                bytesBack + other.bytesBack,
                time.plus(other.time));
    }
}
