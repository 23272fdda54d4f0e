package dev.weft.cli;

import dev.weft.archive.ArchiveException;
import dev.weft.child.TrialMain;
import dev.weft.plan.Design;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Forecast;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.Planner;
import dev.weft.plan.Target;
import dev.weft.process.ForkedTrials;
import dev.weft.record.PassRow;
import dev.weft.record.RecordException;
import dev.weft.record.ResultsFile;
import dev.weft.record.Status;
import dev.weft.record.TimingsFile;
import dev.weft.run.Experiment;
import dev.weft.run.LocalTrials;
import dev.weft.run.Rows;
import dev.weft.run.ServerClock;
import dev.weft.run.Ticker;
import dev.weft.run.TimeBudget;
import dev.weft.run.TrialLauncher;
import dev.weft.run.Yardsticks;
import dev.weft.server.ServerStartException;
import dev.weft.store.Bucket;
import dev.weft.store.S3Bucket;
import dev.weft.store.Sdk;
import dev.weft.store.StoreException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One run from its options to its exit code: everything is wired together here.
final class RunSession {
    /// The bucket is read back and tidied up over a few connections of weft's own.
    private static final int OWN_CONNECTIONS = 4;

    private final Terminal terminal;
    private final RunRequest request;
    private final RunOptions options;
    private final InstantSource clock = InstantSource.system();
    private final String runId = RunId.next(clock.instant());
    private final Path folder;
    private final Path timings;
    private final ResultsFile results;
    private final TrialLauncher launcher;
    private final TimeBudget budget;
    private final RunRecord record;

    RunSession(Terminal terminal, RunRequest request, RunOptions options) {
        this.terminal = terminal;
        this.request = request;
        this.options = options;
        this.folder = terminal.folder().resolve(Path.of("benchmark", "runs", runId));
        this.results = new ResultsFile(terminal.folder().resolve(options.csv));
        this.timings =
                options.timings
                        .map(terminal.folder()::resolve)
                        .orElse(folder.resolve("timings.csv"))
                        .toAbsolutePath();
        this.budget =
                options.timeBudget
                        .map(limit -> new TimeBudget(limit, Ticker.system()))
                        .orElse(TimeBudget.unlimited());
        this.launcher =
                request.forked()
                        ? new ForkedTrials(TrialMain.class, javaOptions(), folder, clock)
                        : new LocalTrials(clock, Optional.empty());
        this.record = new RunRecord(terminal, clock, runId, folder);
    }

    private List<String> javaOptions() {
        String options = terminal.variables().getOrDefault("WEFT_JAVA_OPTS", "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    /// Runs, and records that it did.
    ///
    /// @return the exit code
    int run()
            throws UsageException,
                    ArchiveException,
                    ServerStartException,
                    StoreException,
                    RecordException {
        int exitCode;
        try {
            exitCode = attempt();
        } catch (Exception e) {
            record.abandon(ExitCode.of(e));
            throw e;
        }
        record.end(exitCode);
        return exitCode;
    }

    private int attempt()
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
                        configured.orElse(
                                EmbeddedTarget.planned(options.target.embeddedLatency())));
            }
            Archives archives = Archives.of(request, terminal);
            refuseOptionsOfNobody();
            prepareFiles();
            record.look();
            return configured.isPresent()
                    ? against(configured.get(), archives, interruption)
                    : againstEmbedded(archives, interruption);
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

    /// Shows what would be done.
    private int rehearse(Target target)
            throws ArchiveException, UsageException, InterruptedException {
        Archives archives = Archives.planned(request, terminal);
        List<PlannedTrial> trials = trials(target, archives);
        new PlanTable(trials, archives).print(terminal.out());
        terminal.out().println();
        terminal.out()
                .println(
                        Announcement.sentence(
                                request, target, trials, forecast(target, trials, archives)));
        terminal.out().println("seed     " + request.seed());
        terminal.out().flush();
        return ExitCode.OK;
    }

    private void refuseOptionsOfNobody() throws UsageException {
        if (!request.forked() && !javaOptions().isEmpty()) {
            throw new UsageException(
                    "WEFT_JAVA_OPTS is for the JVMs of trials, and --forks=0 measures in weft's own; leave one of them out");
        }
    }

    /// Looks before anything is measured whether it can be recorded.
    private void prepareFiles() throws UsageException {
        try {
            results.prepare()
                    .ifPresent(damage -> terminal.err().println("weft: " + damage.sentence()));
            TimingsFile.open(timings, runId).close();
        } catch (RecordException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private int interrupted(int exitCode) {
        terminal.err().println("weft: interrupted before the first pass; nothing was recorded");
        terminal.err().flush();
        return exitCode;
    }

    private int against(Target target, Archives archives, Interruption interruption)
            throws UsageException, StoreException, RecordException, InterruptedException {
        List<PlannedTrial> trials = trials(target, archives);
        new Announcement(terminal, options, interruption)
                .tell(request, target, trials, forecast(target, trials, archives));
        try (Bucket bucket = bucket(target)) {
            bucket.check();
            begin(target, trials, archives);
            return measure(trials, archives, bucket, interruption, _ -> {});
        }
    }

    private int againstEmbedded(Archives archives, Interruption interruption)
            throws UsageException,
                    ServerStartException,
                    StoreException,
                    RecordException,
                    InterruptedException {
        try (EmbeddedTarget embedded =
                        EmbeddedTarget.start(options.target.embeddedLatency(), folder);
                Bucket bucket = bucket(embedded.target())) {
            List<PlannedTrial> trials = trials(embedded.target(), archives);
            new Announcement(terminal, options, interruption)
                    .tell(
                            request,
                            embedded.target(),
                            trials,
                            forecast(embedded.target(), trials, archives));
            begin(embedded.target(), trials, archives);
            // In a JVM of its own also with --forks=0, whose first pass is to be cold.
            embedded.warmUp(
                    new ForkedTrials(TrialMain.class, List.of(), folder, clock),
                    runId,
                    timings,
                    archives.first(),
                    bucket,
                    Bar.of(
                            terminal,
                            options.quiet,
                            "warming up the server",
                            EmbeddedTarget.WARMUP.uploads(),
                            Bar.Unit.FILES));
            return measure(trials, archives, bucket, interruption, embedded::whenLost);
        }
    }

    private void begin(Target target, List<PlannedTrial> trials, Archives archives)
            throws RecordException {
        record.begin(
                options.commandLine(),
                target,
                trials,
                rows(archives),
                request.design(archives, javaOptions()));
    }

    private static Bucket bucket(Target target) {
        return new S3Bucket(target, FairnessContract.standard(OWN_CONNECTIONS));
    }

    private List<PlannedTrial> trials(Target target, Archives archives) {
        return new Planner(
                        runId,
                        target,
                        poolSize ->
                                FairnessContract.standard(
                                        poolSize, archives.largestBytes(), target.latency()),
                        timings)
                .trials(
                        new Design(
                                request.modes(),
                                archives.loads(),
                                request.repetitions(),
                                request.passes(),
                                request.warmup(),
                                request.coldOnly(),
                                request.seed()));
    }

    private static Forecast forecast(Target target, List<PlannedTrial> trials, Archives archives) {
        Forecast forecast =
                Forecast.of(trials, archives::items, Runtime.getRuntime().availableProcessors());
        return target.kind() == Target.Kind.EMBEDDED
                ? forecast.after(EmbeddedTarget.WARMUP.time())
                : forecast;
    }

    private int measure(
            List<PlannedTrial> trials,
            Archives archives,
            Bucket bucket,
            Interruption interruption,
            Consumer<Consumer<String>> serverLost)
            throws RecordException, InterruptedException {
        List<PassRow> rows = new ArrayList<>();
        try (RunDisplay display = new RunDisplay(terminal, options.quiet, trials, archives)) {
            Experiment experiment =
                    new Experiment(
                            new Experiment.Site(launcher, bucket, ServerClock.unknown()),
                            archives.manifests(),
                            row -> {
                                results.append(row).ifPresent(display::repaired);
                                rows.add(row);
                            },
                            rows(archives, (_, _, _, _) -> dev.weft.record.Yardstick.unknown()),
                            options.keepObjects,
                            display);
            interruption.endBy(experiment::stop);
            serverLost.accept(experiment::stop);
            int begun = experiment.run(trials, budget);
            experiment.stopped().ifPresent(display::warned);
            int blocks = trials.getLast().block();
            if (begun < blocks && experiment.stopped().isEmpty()) {
                display.warned(
                        "ended after block %d of %d: another one would not have fitted into --time-budget"
                                .formatted(begun, blocks));
            }
            new Closing(rows, Optional.empty(), results.path(), timings).print(terminal);
            return interruption
                    .exitCode()
                    .orElse(
                            experiment.stopped().isEmpty() && allWell(rows)
                                    ? ExitCode.OK
                                    : ExitCode.FAILED);
        }
    }

    private static boolean allWell(List<PassRow> rows) {
        return rows.stream().allMatch(row -> row.ending().status() == Status.OK);
    }

    private Rows rows(Archives archives, Yardsticks yardsticks) {
        PassRow.Software software =
                new PassRow.Software(
                        Runtime.version().toString(),
                        Sdk.version(),
                        Version.weft(),
                        Optional.of(String.join(" ", javaOptions()))
                                .filter(options -> !options.isEmpty()));
        return new Rows(
                request.workload(),
                request.forked() ? 1 : 0,
                _ -> software,
                archives::items,
                yardsticks,
                clock);
    }
}
