package dev.weft.cli;

import dev.weft.child.ServerMain;
import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.Forecast;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.Prefixes;
import dev.weft.plan.Requests;
import dev.weft.plan.Target;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.UnzipLimits;
import dev.weft.plan.WarmupLimit;
import dev.weft.process.ForkedServer;
import dev.weft.run.Manifest;
import dev.weft.run.Trial;
import dev.weft.run.TrialException;
import dev.weft.run.TrialLauncher;
import dev.weft.server.EmbeddedServer;
import dev.weft.server.ServerSettings;
import dev.weft.server.ServerStartException;
import dev.weft.store.Bucket;
import dev.weft.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// The server that weft starts for a run, as a target.
final class EmbeddedTarget implements AutoCloseable {
    /// S3Proxy needs several times the CPU of a warm one for its first uploads.
    static final WarmupLimit WARMUP = new WarmupLimit(20_000, Duration.ofSeconds(10));

    /// Few uploads that nothing is held against are a try of weft, which nobody should have to wait
    /// for.
    private static final int WARMUP_TIMES = 10;

    private static final int LEAST_WARMUP_UPLOADS = 500;

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
    static EmbeddedTarget start(FaultPlan faults, Path folder)
            throws ServerStartException, InterruptedException {
        ServerSettings settings =
                ServerSettings.onLoopback(BUCKET, folder.toAbsolutePath()).withFaults(faults);
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

    Target target() {
        return target;
    }

    /// The CPU time that the server used since it began.
    Optional<Duration> cpu() {
        return server.cpu();
    }

    /// Tells when the server ends although nobody asked it to.
    ///
    /// @param lost gets the reason in one sentence, from another thread
    void whenLost(Consumer<String> lost) {
        server.whenLost(lost);
    }

    /// How a server is warmed up for a run without a calibration.
    ///
    /// @param uploads of the run
    static WarmupLimit warmup(long uploads) {
        return new WarmupLimit(
                Math.clamp(WARMUP_TIMES * uploads, LEAST_WARMUP_UPLOADS, WARMUP.uploads()),
                WARMUP.time());
    }

    /// Warms the server up with uploads of a trial of its own, and deletes them.
    ///
    /// @param bar shows how far that is
    void warmUp(
            TrialLauncher launcher,
            RunPlace place,
            Manifest manifest,
            UnzipLimits limits,
            WarmupLimit warmup,
            Bucket bucket,
            Bar bar)
            throws InterruptedException, StoreException, ServerStartException {
        String prefix = new Prefixes(place.runId()).serverWarmUp();
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
            bar.follow(() -> trial.progress().done());
            var _ =
                    trial.run(
                            new PassSpec(
                                    0,
                                    Phase.WARMUP,
                                    manifest.archive(),
                                    limits,
                                    prefix,
                                    Optional.of(warmup)));
        } catch (TrialException e) {
            throw new ServerStartException(
                    "the embedded server could not be warmed up: " + e.getMessage(), e);
        } finally {
            bucket.delete(manifest.keys(prefix));
        }
    }

    /// The most that its warm-up sends, and how long that takes.
    static Forecast warmUpForecast(Manifest manifest, WarmupLimit warmup) {
        return new Forecast(
                new Requests(warmup.uploads(), 0, 0, RunPlan.zip(manifest).deletes()),
                Forecast.bytes(manifest.items(), warmup.uploads()),
                warmup.time());
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
