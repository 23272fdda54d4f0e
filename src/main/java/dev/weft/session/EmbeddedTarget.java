package dev.weft.session;

import dev.weft.child.ServerMain;
import dev.weft.plan.Credentials;
import dev.weft.plan.EntityTag;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.Forecast;
import dev.weft.plan.KeyPrefixes;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.RequestCounts;
import dev.weft.plan.Target;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.UnzipLimits;
import dev.weft.plan.WarmupPolicy;
import dev.weft.process.ForkedServer;
import dev.weft.record.PassResult;
import dev.weft.record.ResourceUsage;
import dev.weft.record.WarmupResult;
import dev.weft.record.WarmupResult.WarmupSlice;
import dev.weft.run.Ticker;
import dev.weft.run.Trial;
import dev.weft.run.TrialException;
import dev.weft.run.TrialLauncher;
import dev.weft.run.WarmUp;
import dev.weft.screen.ProgressBar;
import dev.weft.server.EmbeddedServer;
import dev.weft.server.ServerSettings;
import dev.weft.server.ServerStartException;
import dev.weft.store.Bucket;
import dev.weft.store.StoreException;
import dev.weft.verify.ArchiveManifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/// The server that weft starts for a run, as a target.
public final class EmbeddedTarget implements AutoCloseable {
    /// Until it is steady, but for no longer than a user likes to wait: the trials warm it up, too.
    static final WarmupPolicy WARMUP =
            new WarmupPolicy.Steady(120_000, Duration.ofMinutes(1), true);

    /// Few uploads that nothing is held against are a try of weft, which should not have to wait.
    private static final int WARMUP_TIMES = 10;

    private static final int LEAST_WARMUP_UPLOADS = 500;
    private static final int MOST_WARMUP_UPLOADS = 20_000;
    private static final Duration WARMUP_TIME = Duration.ofSeconds(10);

    /// Connections of that warm-up, whatever the run's concurrency: enough that the latency does
    /// not hold it back.
    private static final int WARMUP_CONNECTIONS = 256;

    /// The bytes that it has open at once, about, or a warm-up with large files would not end for a
    /// long time after its limit.
    private static final long WARMUP_OPEN_BYTES = 256L << 20;

    private static final String BUCKET = "weft";

    private final ForkedServer server;
    private final Target target;

    private EmbeddedTarget(ForkedServer server, Target target) {
        this.server = server;
        this.target = target;
    }

    /// Starts a server with keys of its own.
    ///
    /// @param folder for what does not fit into its memory, and for its log
    public static EmbeddedTarget start(FaultPlan faults, Path folder)
            throws ServerStartException, InterruptedException {
        ServerSettings settings =
                ServerSettings.onLoopback(BUCKET, folder.toAbsolutePath())
                        .withFaults(faults)
                        .withEntityTag(EntityTag.CRC32);
        ForkedServer server =
                ForkedServer.start(ServerMain.class, settings, folder.resolve("server.log"));
        return new EmbeddedTarget(server, target(settings, server));
    }

    private static Target target(ServerSettings settings, ForkedServer server) {
        return new Target(
                Target.Kind.EMBEDDED,
                Optional.of(server.endpoint()),
                EmbeddedServer.REGION,
                settings.bucket(),
                true,
                new Credentials.Static(
                        settings.credentials().accessKeyId(),
                        settings.credentials().secretAccessKey(),
                        Optional.empty()),
                Optional.of(settings.faults()));
    }

    /// What the server of a run would be as a target.
    static Target planned(FaultPlan faults) {
        return new Target(
                Target.Kind.EMBEDDED,
                Optional.empty(),
                EmbeddedServer.REGION,
                BUCKET,
                true,
                new Credentials.Chain(Optional.empty()),
                Optional.of(faults));
    }

    public Target target() {
        return target;
    }

    /// The CPU time that the server used since it began.
    public Optional<Duration> cpu() throws InterruptedException {
        return server.usage().flatMap(ResourceUsage::cpu);
    }

    /// Tells when the server ends although nobody asked it to.
    ///
    /// @param lost gets the reason in one sentence, from another thread
    public void whenLost(Consumer<String> lost) {
        server.whenLost(lost);
    }

    /// How a server is warmed up for a run without a calibration, or with a fixed warm-up.
    ///
    /// @param uploads of the run
    static WarmupPolicy warmup(long uploads) {
        return new WarmupPolicy.Fixed(
                Math.clamp(WARMUP_TIMES * uploads, LEAST_WARMUP_UPLOADS, MOST_WARMUP_UPLOADS),
                Optional.of(WARMUP_TIME));
    }

    /// Warms the server up with uploads of a trial of its own, and deletes them.
    ///
    /// @param bar shows how far that is
    /// @return how it went, by the CPU and the compilers of the server
    WarmupResult warmUp(
            TrialLauncher launcher,
            RunFiles place,
            ArchiveManifest manifest,
            UnzipLimits limits,
            WarmupPolicy warmup,
            Bucket bucket,
            ProgressBar bar)
            throws InterruptedException, StoreException, ServerStartException {
        String prefix = new KeyPrefixes(place.runId()).serverWarmUp();
        FairnessContract contract =
                FairnessContract.standard(
                        warmupConnections(manifest.largestBytes()),
                        manifest.largestBytes(),
                        target.faults().map(plan -> plan.latency().longest()));
        TrialSpec spec =
                new TrialSpec(
                        place.runId(),
                        "server-warmup",
                        Optional.empty(),
                        ModeName.ASYNC,
                        contract.poolSize(),
                        contract,
                        target,
                        place.timings());
        try (Trial trial = launcher.open(spec);
                bar) {
            ServerSlices slices = new ServerSlices(server, trial, manifest, limits, prefix);
            bar.follow(() -> slices.made.get() + trial.progress().done());
            return new WarmUp(warmup, slices, Ticker.system()).run();
        } catch (TrialException e) {
            throw new ServerStartException(
                    "the embedded server could not be warmed up: " + e.getMessage(), e);
        } finally {
            bucket.delete(manifest.keys(prefix));
            bucket.delete(manifest.keys(KeyPrefixes.undelayed(prefix)));
        }
    }

    /// Slices of the server's warm-up: uploads of one trial, and what they cost the server.
    private static final class ServerSlices implements WarmUp.Slices {
        private final ForkedServer server;
        private final Trial trial;
        private final ArchiveManifest manifest;
        private final UnzipLimits limits;
        private final String prefix;
        private final AtomicInteger made = new AtomicInteger();

        ServerSlices(
                ForkedServer server,
                Trial trial,
                ArchiveManifest manifest,
                UnzipLimits limits,
                String prefix) {
            this.server = server;
            this.trial = trial;
            this.manifest = manifest;
            this.limits = limits;
            this.prefix = prefix;
        }

        @Override
        public Optional<WarmupSlice> drive(
                int number, int uploads, Duration time, boolean undelayed)
                throws TrialException, InterruptedException {
            Optional<ResourceUsage> before = server.usage();
            PassResult result =
                    trial.run(
                            new PassSpec(
                                    0,
                                    Phase.WARMUP,
                                    manifest.archive(),
                                    limits,
                                    undelayed ? KeyPrefixes.undelayed(prefix) : prefix,
                                    Optional.of(
                                            new WarmupPolicy.Fixed(uploads, Optional.of(time)))));
            Optional<ResourceUsage> after = server.usage();
            List<WarmupSlice> parts = result.warmup().map(WarmupResult::slices).orElse(List.of());
            int done = parts.stream().mapToInt(WarmupSlice::uploads).sum();
            return result.earlyStop().isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            new WarmupSlice(
                                    number,
                                    done,
                                    made.addAndGet(done),
                                    undelayed,
                                    parts.stream()
                                            .map(WarmupSlice::wall)
                                            .reduce(Duration.ZERO, Duration::plus),
                                    since(before, after, ResourceUsage::cpu),
                                    since(before, after, ResourceUsage::compilation),
                                    OptionalLong.empty(),
                                    after.map(ResourceUsage::heapCommittedBytes)
                                            .orElse(OptionalLong.empty())));
        }

        private static Optional<Duration> since(
                Optional<ResourceUsage> before,
                Optional<ResourceUsage> after,
                Function<ResourceUsage, Optional<Duration>> time) {
            return after.flatMap(time).flatMap(end -> before.flatMap(time).map(end::minus));
        }
    }

    /// The most that its warm-up sends, and how long that takes.
    static Forecast warmUpForecast(ArchiveManifest manifest, WarmupPolicy warmup) {
        return new Forecast(
                new RequestCounts(warmup.mostUploads(), 0, 0, 2 * Archives.zip(manifest).deletes()),
                Forecast.bytes(manifest.items(), warmup.mostUploads()),
                WARMUP_TIME);
    }

    /// As many connections as the warm-up of files up to this size has.
    static int warmupConnections(long largestBytes) {
        return Math.clamp(WARMUP_OPEN_BYTES / Math.max(1, largestBytes), 1, WARMUP_CONNECTIONS);
    }

    @Override
    public void close() {
        server.close();
    }
}
