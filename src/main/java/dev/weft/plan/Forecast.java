package dev.weft.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Upper bound of the requests and bytes of an experiment, and its approximate time. Excludes
/// retries.
///
/// @param bytes bytes of written objects, from the mean size of the files
/// @param bytesBack bytes of objects that are read
public record Forecast(RequestCounts requests, long bytes, long bytesBack, Duration time) {
    /// Time of a JVM before its first upload, and of a pass for verification and deletion. Measured
    /// on two cores.
    private static final double TRIAL_SECONDS = 2.5;

    private static final double PASS_SECONDS = 0.2;

    /// CPU seconds of an upload, client and embedded server together. Measured on two cores.
    private static final double CPU_SECONDS = 0.0018;

    /// Time until a JVM is steady. Measured on two cores.
    private static final double STEADY_SECONDS = 30;

    private static final double STEADY_UPLOADS = 25_000;

    /// Assumed time of an upload to a server with unknown latency.
    private static final Duration UNKNOWN_LATENCY = Duration.ofMillis(50);

    /// A zip, and the requests that delete the objects of a pass over it.
    ///
    /// @param deletes number of requests
    public record Zip(ItemsSummary items, long deletes) {}

    /// Treatment of the objects of a pass.
    ///
    /// @param traits properties of the bucket
    /// @param verify verification level of measured passes
    /// @param kept whether the objects of measured passes stay in the bucket
    public record Care(BucketProperties traits, VerifyLevel verify, boolean kept) {
        /// Returns the requests that verify objects.
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

        /// Returns whether the content of each object of a pass is read.
        private boolean readsContentOf(PassSpec pass) {
            return verify == VerifyLevel.CONTENT && pass.phase() != Phase.WARMUP;
        }

        /// Returns the requests that delete objects.
        ///
        /// @param writes number of all writes, each of which a bucket may keep
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

        /// Returns the requests that list and delete versions. If deletion of versions is denied, a
        /// further listing finds the objects among them.
        ///
        /// @param rounds largest number of versions of an object
        /// @param deletes number of requests that delete one version of each object
        public static RequestCounts ofVersions(long writes, long rounds, long deletes) {
            return new RequestCounts(
                    0, 2 * RequestCounts.pages(writes), 0, Math.max(1, rounds) * deletes);
        }
    }

    /// Creates a forecast without reads of objects.
    public Forecast(RequestCounts requests, long bytes, Duration time) {
        this(requests, bytes, 0, time);
    }

    /// Returns the sum over the trials.
    ///
    /// @param zips zips of the trials
    /// @param cores cores that the client and an embedded server share
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

    /// Returns the bytes of a number of files: full rounds over the archive, and the mean size for
    /// the rest.
    public static long bytes(ItemsSummary of, long files) {
        return of.bytes() * (files / of.files()) + of.bytes() * (files % of.files()) / of.files();
    }

    /// Returns the approximate time of each pass of a trial in order. The first one includes the
    /// start of the JVM.
    ///
    /// @param items description of each zip of the trial
    /// @param cores cores that the client and an embedded server share
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

    /// Returns the approximate seconds until a JVM is steady.
    ///
    /// @param most seconds of the largest number of uploads
    private static double steadySeconds(WarmupPolicy.Steady policy, double most) {
        return policy.undelayed() ? STEADY_SECONDS : most * STEADY_UPLOADS / policy.mostUploads();
    }

    private static double limit(PassSpec pass) {
        return pass.warmup()
                .flatMap(WarmupPolicy::mostTime)
                .map(time -> time.toNanos() / 1e9 + PASS_SECONDS)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// Returns the least seconds that the bandwidth of the embedded server allows.
    private static double seconds(Target target, long bytes) {
        return target.faults()
                .flatMap(FaultPlan::bandwidth)
                .map(limit -> (double) bytes / limit.bytes())
                .orElse(0.0);
    }

    /// Returns the sum of two forecasts in sequence.
    public Forecast with(Forecast other) {
        return new Forecast(
                requests.plus(other.requests),
                bytes + other.bytes,
                bytesBack + other.bytesBack,
                time.plus(other.time));
    }
}
