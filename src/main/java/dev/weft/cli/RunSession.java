package dev.weft.cli;

import dev.weft.analysis.Ideals;
import dev.weft.archive.ArchiveException;
import dev.weft.child.TrialMain;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.Target;
import dev.weft.plan.TrialSpec;
import dev.weft.process.ForkedTrials;
import dev.weft.record.Calibration;
import dev.weft.record.PassRow;
import dev.weft.record.RecordException;
import dev.weft.record.Status;
import dev.weft.run.Experiment;
import dev.weft.run.Rows;
import dev.weft.run.ServerClock;
import dev.weft.run.Ticker;
import dev.weft.run.TimeBudget;
import dev.weft.run.Trial;
import dev.weft.run.TrialException;
import dev.weft.server.ServerStartException;
import dev.weft.store.Bucket;
import dev.weft.store.S3Bucket;
import dev.weft.store.StoreException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One experiment from its sides to its exit code: everything is wired together here.
final class RunSession {
    /// The bucket is read back and tidied up over a few connections of weft's own.
    private static final int OWN_CONNECTIONS = 4;

    private final Terminal terminal;
    private final RunOptions options;
    private final List<String> commandLine;
    private final List<Side> sides;
    private final RunPlace place;
    private final Ending ending;
    private final InstantSource clock;
    private final TimeBudget budget;
    private final RunRecord record;

    /// An experiment that has not begun.
    ///
    /// @param options where and how, alike for all sides
    /// @param commandLine that run.json is to show
    RunSession(
            Terminal terminal,
            RunOptions options,
            List<String> commandLine,
            List<Side> sides,
            RunPlace place,
            Ending ending,
            InstantSource clock) {
        this.terminal = terminal;
        this.options = options;
        this.commandLine = List.copyOf(commandLine);
        this.sides = List.copyOf(sides);
        this.place = place;
        this.ending = ending;
        this.clock = clock;
        this.budget =
                options.timeBudget
                        .map(limit -> new TimeBudget(limit, Ticker.system()))
                        .orElse(TimeBudget.unlimited());
        this.record = new RunRecord(terminal, clock, place.runId(), place.folder());
    }

    /// Runs, and records that it did.
    ///
    /// @param done rows of the same run that were recorded before
    /// @return the exit code
    int run(List<PassRow> done)
            throws UsageException,
                    ArchiveException,
                    ServerStartException,
                    StoreException,
                    RecordException {
        int exitCode;
        try {
            exitCode = attempt(done);
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
            Settings settings = Settings.of(terminal.variables(), terminal.folder());
            Optional<Target> configured = options.target.configured(settings);
            if (options.dryRun) {
                return rehearse(
                        configured.orElse(EmbeddedTarget.planned(options.target.embeddedLatency())),
                        done);
            }
            List<Archives> archives = new ArrayList<>();
            for (Side side : sides) {
                archives.add(Archives.of(side.request(), terminal));
            }
            place.prepare(terminal);
            record.look();
            return configured.isPresent()
                    ? against(plan(configured.get(), archives, done), done, interruption)
                    : againstEmbedded(archives, done, interruption);
        } catch (InterruptedException e) {
            return interrupted(interruption.exitCode().orElse(Interruption.EXIT_CODE));
        } catch (StoreException | ServerStartException e) {
            // What a signal tore away from under a request or a handshake is no fault of the
            // server.
            if (interruption.exitCode().isEmpty()) {
                throw e;
            }
            return interrupted(interruption.exitCode().get());
        }
    }

    private RunPlan plan(Target target, List<Archives> archives, List<PassRow> done)
            throws UsageException {
        RunPlan plan = RunPlan.of(sides, archives, target, place, done);
        if (plan.trials().isEmpty()) {
            throw new UsageException("nothing is left to do of run " + place.runId());
        }
        return plan;
    }

    /// Shows what would be done.
    private int rehearse(Target target, List<PassRow> done)
            throws ArchiveException, UsageException, InterruptedException {
        List<Archives> archives = new ArrayList<>();
        for (Side side : sides) {
            archives.add(Archives.planned(side.request(), terminal));
        }
        RunPlan plan = plan(target, archives, done);
        new PlanTable(plan.trials(), plan.archives()).print(terminal.out());
        terminal.out().println();
        terminal.out().println(Announcement.sentence(plan));
        terminal.out().println("seed     " + sides.getFirst().request().seed());
        terminal.out().flush();
        return ExitCode.OK;
    }

    private int interrupted(int exitCode) {
        terminal.err().println("weft: interrupted before the first pass; nothing was recorded");
        terminal.err().flush();
        return exitCode;
    }

    private int against(RunPlan plan, List<PassRow> done, Interruption interruption)
            throws UsageException, StoreException, RecordException, InterruptedException {
        new Announcement(terminal, options, interruption).tell(plan);
        try (Bucket bucket = bucket(plan.target())) {
            bucket.check();
            begin(plan);
            return measure(plan, done, bucket, ServerClock.unknown(), interruption, _ -> {});
        }
    }

    private int againstEmbedded(
            List<Archives> archives, List<PassRow> done, Interruption interruption)
            throws UsageException,
                    ServerStartException,
                    StoreException,
                    RecordException,
                    InterruptedException {
        try (EmbeddedTarget embedded =
                        EmbeddedTarget.start(options.target.embeddedLatency(), place.folder());
                Bucket bucket = bucket(embedded.target())) {
            RunPlan plan = plan(embedded.target(), archives, done);
            new Announcement(terminal, options, interruption).tell(plan);
            begin(plan);
            // In a JVM of its own also with --forks=0, whose first pass is to be cold.
            embedded.warmUp(
                    new ForkedTrials(TrialMain.class, List.of(), place.folder(), clock),
                    place.runId(),
                    place.timings(),
                    plan.archives().first(),
                    bucket,
                    Bar.of(
                            terminal,
                            options.quiet,
                            "warming up the server",
                            EmbeddedTarget.WARMUP.uploads(),
                            Bar.Unit.FILES));
            return measure(plan, done, bucket, embedded::cpu, interruption, embedded::whenLost);
        }
    }

    private void begin(RunPlan plan) throws RecordException {
        Side first = sides.getFirst();
        record.begin(
                commandLine,
                plan.target(),
                plan.trials(),
                rows(plan.archives(), Optional.empty()),
                first.request()
                        .design(plan.archives(), first.software().javaOptions().stream().toList()));
    }

    private static Bucket bucket(Target target) {
        return new S3Bucket(target, FairnessContract.standard(OWN_CONNECTIONS));
    }

    private int measure(
            RunPlan plan,
            List<PassRow> done,
            Bucket bucket,
            ServerClock serverClock,
            Interruption interruption,
            Consumer<Consumer<String>> serverLost)
            throws RecordException, InterruptedException {
        Optional<Ideals> ideals = calibrated(plan, bucket);
        List<PassRow> rows = new ArrayList<>();
        try (RunDisplay display =
                new RunDisplay(terminal, options.quiet, plan.trials(), plan.archives())) {
            Experiment experiment =
                    new Experiment(
                            new Experiment.Site(this::open, bucket, serverClock),
                            plan.archives().manifests(),
                            row -> {
                                place.results().append(row).ifPresent(display::repaired);
                                rows.add(row);
                            },
                            rows(plan.archives(), ideals),
                            options.keepObjects,
                            display);
            interruption.endBy(experiment::stop);
            serverLost.accept(experiment::stop);
            int begun = experiment.run(plan.trials(), budget);
            experiment.stopped().ifPresent(display::warned);
            tellOfBudget(plan, begun, experiment, display);
            List<PassRow> all = Stream.concat(done.stream(), rows.stream()).toList();
            int exitCode = ending.print(all);
            ending.warnings(all).forEach(record::warn);
            return interruption
                    .exitCode()
                    .orElse(
                            experiment.stopped().isEmpty() && allWell(rows)
                                    ? exitCode
                                    : ExitCode.FAILED);
        }
    }

    private static void tellOfBudget(
            RunPlan plan, int begun, Experiment experiment, RunDisplay display) {
        long blocks = plan.trials().stream().map(PlannedTrial::block).distinct().count();
        if (begun < blocks && experiment.stopped().isEmpty()) {
            display.warned(
                    "ended after block %d of %d: another one would not have fitted into --time-budget; go on with --resume=%s"
                            .formatted(
                                    plan.blocks() - (int) blocks + begun,
                                    plan.blocks(),
                                    plan.trials().getFirst().spec().runId()));
        }
    }

    private Trial open(TrialSpec spec) throws TrialException {
        return side(spec).launcher().open(spec);
    }

    private Side side(TrialSpec spec) {
        return sides.stream()
                .filter(side -> side.name().equals(spec.side()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Ideals> calibrated(RunPlan plan, Bucket bucket)
            throws RecordException, InterruptedException {
        if (!options.calibrate) {
            return Optional.empty();
        }
        Optional<Calibration> calibration =
                new Calibrating(terminal, options.quiet, place.folder(), bucket)
                        .of(plan.calibration());
        if (calibration.isPresent()) {
            record.calibrated(calibration.get());
        }
        return calibration.map(
                measured ->
                        new Ideals(
                                measured,
                                cores(),
                                options.rateLimit
                                        .map(OptionalDouble::of)
                                        .orElse(OptionalDouble.empty())));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static boolean allWell(List<PassRow> rows) {
        return rows.stream().allMatch(row -> row.ending().status() == Status.OK);
    }

    private Rows rows(Archives archives, Optional<Ideals> ideals) {
        RunRequest request = sides.getFirst().request();
        return new Rows(
                request.workload(),
                request.forked() ? 1 : 0,
                spec -> side(spec).software(),
                archives::items,
                new IdealYardsticks(cores(), ideals, archives::items),
                clock);
    }
}
