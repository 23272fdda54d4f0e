package dev.weft.session;

import dev.weft.archive.ArchiveException;
import dev.weft.child.TrialMain;
import dev.weft.csv.RecordException;
import dev.weft.plan.BucketProperties;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.Target;
import dev.weft.plan.WarmupPolicy;
import dev.weft.probe.ServerCpuClock;
import dev.weft.process.ForkedTrials;
import dev.weft.record.PassRow;
import dev.weft.record.WarmupResult;
import dev.weft.run.Ticker;
import dev.weft.run.TimeBudget;
import dev.weft.runjson.RecordedWarning;
import dev.weft.runjson.RunTarget;
import dev.weft.screen.ProgressBar;
import dev.weft.server.ServerStartException;
import dev.weft.store.Bucket;
import dev.weft.store.S3Bucket;
import dev.weft.store.StoreException;
import dev.weft.store.VersionedBucket;
import dev.weft.text.BucketDescription;
import dev.weft.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs one experiment from its variants to its exit code. Wires all parts together.
public final class RunSession {
    private final RunSetup setup;
    private final TimeBudget budget;
    private final RunRecord record;

    /// Creates an experiment that has not started.
    public RunSession(RunSetup setup) {
        this.setup = setup;
        this.budget =
                setup.request()
                        .amount()
                        .timeBudget()
                        .map(limit -> new TimeBudget(limit, Ticker.system()))
                        .orElse(TimeBudget.unlimited());
        this.record =
                new RunRecord(
                        setup.terminal(),
                        setup.clock(),
                        setup.files().runId(),
                        setup.files().folder());
    }

    /// Runs the trials that have no row yet, and records the run.
    ///
    /// @return the exit code
    public int run()
            throws UsageException,
                    ArchiveException,
                    ServerStartException,
                    StoreException,
                    RecordException {
        int exitCode;
        try {
            exitCode = attempt(setup.files().recorded());
        } catch (RuntimeException e) {
            record.abandon(ExitCode.of(e));
            throw new UnexpectedException(setup.files().folder(), e);
        } catch (Exception e) {
            record.abandon(ExitCode.of(e));
            throw e;
        }
        record.end(exitCode);
        return exitCode;
    }

    private int attempt(List<PassRow> done)
            throws UsageException,
                    ArchiveException,
                    ServerStartException,
                    StoreException,
                    RecordException {
        Interruption interruption = Interruption.handled();
        try {
            Optional<Target> configured = setup.request().destination().configured();
            FaultPlan faults = setup.request().destination().faults();
            Target planned = configured.orElse(EmbeddedTarget.planned(faults));
            if (setup.request().amount().dryRun()) {
                return dryRun(planned, done);
            }
            List<Archives> archives = new ArrayList<>();
            for (Variant side : setup.variants()) {
                archives.add(Archives.of(side.request(), setup.terminal()));
            }
            // Finds errors in the plan before the server starts.
            var _ = plan(planned, archives, done);
            setup.files().prepare(setup.terminal()::printMessage);
            record.look();
            return configured.isPresent()
                    ? against(plan(configured.get(), archives, done), done, interruption)
                    : againstEmbedded(faults, archives, done, interruption);
        } catch (InterruptedException e) {
            return interrupted(interruption.exitCode().orElse(ExitCode.INTERRUPTED));
        } catch (StoreException | ServerStartException e) {
            // A signal may break a request or a handshake. That is no error of the server.
            if (interruption.exitCode().isEmpty()) {
                throw e;
            }
            return interrupted(interruption.exitCode().get());
        }
    }

    private RunPlan plan(Target target, List<Archives> archives, List<PassRow> done)
            throws UsageException {
        RunPlan plan = RunPlan.of(setup.variants(), archives, target, setup.files(), done);
        if (plan.trials().isEmpty()) {
            throw new UsageException("nothing is left to do of run " + setup.files().runId());
        }
        return plan;
    }

    /// Prints the plan of a dry run.
    private int dryRun(Target target, List<PassRow> done)
            throws ArchiveException, UsageException, InterruptedException {
        List<Archives> archives = new ArrayList<>();
        for (Variant side : setup.variants()) {
            archives.add(Archives.planned(side.request(), setup.terminal()));
        }
        RunPlan plan = plan(target, archives, done);
        new PlanTable(plan.trials(), plan.archives()).print(setup.terminal().out());
        setup.terminal().out().println();
        setup.terminal()
                .out()
                .println(PreflightCheck.sentence(plan, plan.forecast(BucketProperties.PLAIN)));
        if (target.kind() == Target.Kind.CONFIGURED) {
            setup.terminal().out().println(Bill.of(plan, BucketProperties.UNSEEN));
        }
        setup.terminal().out().println("seed     " + setup.request().amount().seed());
        setup.terminal().out().flush();
        return ExitCode.OK;
    }

    private int interrupted(int exitCode) {
        setup.terminal().printMessage("interrupted before the first pass; nothing was recorded");
        return exitCode;
    }

    private int against(RunPlan plan, List<PassRow> done, Interruption interruption)
            throws UsageException, StoreException, RecordException, InterruptedException {
        PreflightCheck announcement = announcement(plan, interruption);
        announcement.begin();
        try (S3Bucket bucket = bucket(plan.target(), List.of(plan.archives()))) {
            bucket.check();
            BucketProperties traits = bucket.traits();
            announcement.confirm(traits);
            begin(plan, traits);
            VersionedBucket versioned = bucket.versioned();
            try {
                return measurement(
                                plan,
                                new Measurement.Surroundings(
                                        traits.keepsVersions() ? versioned : bucket,
                                        ServerCpuClock.unknown(),
                                        _ -> {}),
                                interruption)
                        .run(done, budget);
            } finally {
                new BucketDescription(plan.target().bucket(), traits)
                        .left(versioned, plan.target())
                        .ifPresent(record::warn);
            }
        }
    }

    private PreflightCheck announcement(RunPlan plan, Interruption interruption) {
        return new PreflightCheck(setup.terminal(), interruption, plan);
    }

    private int againstEmbedded(
            FaultPlan faults,
            List<Archives> archives,
            List<PassRow> done,
            Interruption interruption)
            throws UsageException,
                    ServerStartException,
                    StoreException,
                    RecordException,
                    InterruptedException {
        try (EmbeddedTarget embedded = EmbeddedTarget.start(faults, setup.files().folder());
                Bucket bucket = bucket(embedded.target(), archives)) {
            RunPlan plan = plan(embedded.target(), archives, done);
            announcement(plan, interruption).begin();
            begin(plan, BucketProperties.PLAIN);
            WarmupPolicy warmup = plan.serverWarmup();
            // The first pass is cold, so the warm-up has its own JVM, also with --forks=0.
            WarmupResult warm =
                    embedded.warmUp(
                            new ForkedTrials(
                                    TrialMain.class,
                                    List.of(),
                                    setup.files().folder(),
                                    setup.clock()),
                            setup.files(),
                            plan.archives().first(),
                            setup.request().work().limits(),
                            warmup,
                            bucket,
                            new ProgressBar(
                                    setup.terminal(),
                                    setup.request().output().quiet(),
                                    "warming up the server",
                                    warmup.mostUploads(),
                                    ProgressBar.Unit.FILES));
            warm.summary().unsteady().map(RunSession::unsteadyServer).ifPresent(record::warn);
            return measurement(
                            plan,
                            new Measurement.Surroundings(bucket, embedded::cpu, embedded::whenLost),
                            interruption)
                    .run(done, budget);
        }
    }

    private static RecordedWarning unsteadyServer(String why) {
        return new RecordedWarning(
                "server-unsteady",
                "the embedded server was not steady when the run began: " + why,
                "use a quieter machine; the first trials may look slower than the last");
    }

    private Measurement measurement(
            RunPlan plan, Measurement.Surroundings around, Interruption interruption) {
        return new Measurement(setup, plan, around, record, interruption);
    }

    private void begin(RunPlan plan, BucketProperties traits)
            throws RecordException, UsageException {
        record.begin(
                setup.commandLine(),
                RunTarget.of(plan.target(), traits),
                plan.trials(),
                Measurement.rows(setup, plan.archives()),
                plan.design());
    }

    /// Returns weft's own access to the bucket, for verification and deletion over a few
    /// connections.
    private static S3Bucket bucket(Target target, List<Archives> archives) {
        return new S3Bucket(
                target,
                FairnessContract.standard(
                        Verifier.CONNECTIONS,
                        Archives.merged(archives).largestBytes(),
                        Optional.empty()));
    }
}
