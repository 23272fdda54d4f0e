package dev.weft.cli;

import dev.weft.archive.ArchiveException;
import dev.weft.child.ServerMain;
import dev.weft.child.TrialMain;
import dev.weft.plan.Credentials;
import dev.weft.plan.Design;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Forecast;
import dev.weft.plan.Items;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.Planner;
import dev.weft.plan.Target;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.WarmupLimit;
import dev.weft.process.ForkedServer;
import dev.weft.process.ForkedTrials;
import dev.weft.record.PassRow;
import dev.weft.record.RecordException;
import dev.weft.record.ResultsFile;
import dev.weft.run.Experiment;
import dev.weft.run.Manifest;
import dev.weft.run.Rows;
import dev.weft.run.Trial;
import dev.weft.run.TrialException;
import dev.weft.run.TrialLauncher;
import dev.weft.server.EmbeddedServer;
import dev.weft.server.ServerSettings;
import dev.weft.server.ServerStartException;
import dev.weft.store.Bucket;
import dev.weft.store.S3Bucket;
import dev.weft.store.Sdk;
import dev.weft.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run from its options to its exit code: everything is wired together here.
final class RunSession {
    /// S3Proxy needs several times the CPU of a warm one for its first uploads.
    private static final WarmupLimit SERVER_WARMUP =
            new WarmupLimit(20_000, Duration.ofSeconds(10));

    private static final String EMBEDDED_BUCKET = "weft";

    private final Terminal terminal;
    private final RunRequest request;
    private final RunOptions options;
    private final InstantSource clock = InstantSource.system();
    private final String runId = RunId.next(clock.instant());
    private final Path folder;

    RunSession(Terminal terminal, RunRequest request, RunOptions options) {
        this.terminal = terminal;
        this.request = request;
        this.options = options;
        this.folder = terminal.folder().resolve(Path.of("benchmark", "runs", runId));
    }

    int run() throws Exception {
        Interruption interruption = Interruption.handled();
        Optional<Target> configured =
                options.target.configured(Settings.of(terminal.variables(), terminal.folder()));
        Map<Path, Manifest> manifests = manifests();
        if (configured.isPresent()) {
            return measure(configured.get(), manifests, interruption);
        }
        Files.createDirectories(folder);
        ServerSettings settings =
                ServerSettings.onLoopback(EMBEDDED_BUCKET, folder)
                        .withPutLatency(options.target.embeddedLatency());
        try (ForkedServer server =
                ForkedServer.start(ServerMain.class, settings, folder.resolve("server.log"))) {
            return measure(embedded(settings, server), manifests, interruption);
        }
    }

    private static Target embedded(ServerSettings settings, ForkedServer server) {
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
                Optional.of(settings.putLatency()));
    }

    private Map<Path, Manifest> manifests() throws ArchiveException, InterruptedException {
        List<Path> zips = new ArrayList<>();
        switch (request.source()) {
            case RunRequest.Source.Own(List<Path> own) ->
                    own.forEach(zip -> zips.add(terminal.folder().resolve(zip)));
            case RunRequest.Source.Made(var recipes) -> {
                for (var recipe : recipes) {
                    zips.add(Zips.ready(terminal, recipe));
                }
            }
        }
        Map<Path, Manifest> manifests = new LinkedHashMap<>();
        for (Path zip : zips) {
            Path absolute = zip.toAbsolutePath().normalize();
            manifests.put(absolute, Manifest.read(absolute));
        }
        return manifests;
    }

    private int measure(Target target, Map<Path, Manifest> manifests, Interruption interruption)
            throws Exception {
        Path timings =
                options.timings
                        .map(terminal.folder()::resolve)
                        .orElse(folder.resolve("timings.csv"))
                        .toAbsolutePath();
        Planner planner = new Planner(runId, target, FairnessContract::standard, timings);
        List<PlannedTrial> trials = planner.trials(design(manifests));
        Forecast forecast = forecast(trials, manifests);
        Announcement announcement = new Announcement(terminal, options);
        announcement.tell(request, target, trials, forecast);
        try (Bucket bucket = new S3Bucket(target, FairnessContract.standard(8))) {
            bucket.check();
            TrialLauncher launcher = launcher();
            if (target.kind() == Target.Kind.EMBEDDED) {
                warmServer(launcher, trials.getFirst(), bucket, manifests);
            }
            return measure(launcher, bucket, trials, manifests, interruption, timings);
        }
    }

    private int measure(
            TrialLauncher launcher,
            Bucket bucket,
            List<PlannedTrial> trials,
            Map<Path, Manifest> manifests,
            Interruption interruption,
            Path timings)
            throws RecordException, InterruptedException {
        ResultsFile results = new ResultsFile(terminal.folder().resolve(options.csv));
        List<PassRow> rows = new ArrayList<>();
        try (RunDisplay display = new RunDisplay(terminal, options.quiet, trials, manifests)) {
            Experiment experiment =
                    new Experiment(
                            launcher,
                            bucket,
                            manifests,
                            row -> {
                                results.append(row)
                                        .ifPresent(damage -> display.warned(damage.toString()));
                                rows.add(row);
                            },
                            rows(manifests),
                            options.keepObjects,
                            display);
            interruption.endBy(experiment::stop);
            experiment.run(trials);
        }
        ResultTable table = new ResultTable(rows);
        table.print(terminal.out());
        terminal.out().printf("%nresults  %s%ntimings  %s%n", results.path(), timings);
        terminal.out().printf("next     make show-plot, or weft plot --csv=%s%n", options.csv);
        terminal.out().flush();
        return interruption.exitCode().orElse(table.allWell() ? ExitCode.OK : ExitCode.FAILED);
    }

    private Design design(Map<Path, Manifest> manifests) {
        return new Design(
                request.modes(),
                request.concurrencies(),
                List.copyOf(manifests.keySet()),
                request.repetitions(),
                request.passes(),
                request.warmup(),
                request.coldOnly(),
                request.seed());
    }

    private static Forecast forecast(List<PlannedTrial> trials, Map<Path, Manifest> manifests) {
        Map<Path, Items> items = new LinkedHashMap<>();
        manifests.forEach((zip, manifest) -> items.put(zip, manifest.items()));
        return Forecast.of(trials, items, Runtime.getRuntime().availableProcessors());
    }

    private TrialLauncher launcher() {
        String extra = terminal.variables().getOrDefault("WEFT_JAVA_OPTS", "").strip();
        return new ForkedTrials(
                TrialMain.class,
                extra.isEmpty() ? List.of() : List.of(extra.split("\\s+")),
                folder,
                clock);
    }

    private Rows rows(Map<Path, Manifest> manifests) {
        return new Rows(
                "upload",
                request.forked() ? 1 : 0,
                new PassRow.Software(Runtime.version().toString(), Sdk.version(), Version.weft()),
                zip -> Optional.ofNullable(manifests.get(zip)).orElseThrow().items(),
                clock);
    }

    private void warmServer(
            TrialLauncher launcher,
            PlannedTrial first,
            Bucket bucket,
            Map<Path, Manifest> manifests)
            throws InterruptedException, StoreException, ServerStartException {
        Path zip = manifests.keySet().iterator().next();
        String prefix = "weft/%s/server/warmup/".formatted(runId);
        TrialSpec like = first.spec();
        TrialSpec spec =
                new TrialSpec(
                        runId,
                        "server-warmup",
                        ModeName.ASYNC,
                        like.contract().poolSize(),
                        like.contract(),
                        like.target(),
                        like.timings());
        try (Trial trial = launcher.open(spec)) {
            var _ =
                    trial.run(
                            new PassSpec(0, Phase.WARMUP, zip, prefix, Optional.of(SERVER_WARMUP)));
        } catch (TrialException e) {
            throw new ServerStartException(
                    "the embedded server could not be warmed up: " + e.getMessage(), e);
        } finally {
            bucket.delete(Optional.ofNullable(manifests.get(zip)).orElseThrow().keys(prefix));
        }
    }
}
