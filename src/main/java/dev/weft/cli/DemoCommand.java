package dev.weft.cli;

import dev.weft.analysis.Analysis;
import dev.weft.archive.ArchiveException;
import dev.weft.archive.FileContent;
import dev.weft.archive.ZipMaker;
import dev.weft.archive.ZipRecipe;
import dev.weft.csv.RecordException;
import dev.weft.machine.WeftVersion;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.run.Experiment;
import dev.weft.run.LocalTrials;
import dev.weft.run.PassRowFactory;
import dev.weft.run.Ticker;
import dev.weft.run.TimeBudget;
import dev.weft.screen.Terminal;
import dev.weft.server.ServerStartException;
import dev.weft.session.EmbeddedTarget;
import dev.weft.session.ExitCode;
import dev.weft.session.IdealReferenceProvider;
import dev.weft.session.Interruption;
import dev.weft.session.RunIds;
import dev.weft.session.UsageException;
import dev.weft.store.S3Bucket;
import dev.weft.store.Sdk;
import dev.weft.text.ResultTable;
import dev.weft.text.TextWidth;
import dev.weft.verify.ArchiveManifest;
import dev.weft.verify.Verifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows the modes at work in an animation.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows in half a minute what the four modes do with 60 files, every upload a bar that moves.",
            "It needs no S3 server and keeps nothing: its times are no results."
        },
        exitCodeList = {
            "0:every upload arrived",
            "1:an upload failed",
            "2:it could not be begun as asked for",
            "130:interrupted (143 by SIGTERM, 129 by SIGHUP)"
        })
@HelpExample(value = "weft demo", does = "8 uploads at once, each of which takes the server 150 ms")
@HelpExample(value = "weft demo --concurrency=30", does = "more at once")
@HelpExample(value = "weft demo --latency=30ms", does = "a server that is near")
final class DemoCommand implements Callable<Integer> {
    private static final int FILE_BYTES = 16 * 1024;
    private static final int MOST_AT_ONCE = 60;
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Terminal terminal;
    private final InstantSource clock = InstantSource.system();

    @Option(
            names = "--concurrency",
            defaultValue = "8",
            paramLabel = "NUMBER",
            description = "uploads open at once, up to 60 (default: ${DEFAULT-VALUE})")
    private int concurrency;

    @Option(
            names = "--latency",
            defaultValue = "150ms",
            paramLabel = "TIME",
            converter = Converters.OfDuration.class,
            description = "what an upload takes the server, up to 2s (default: ${DEFAULT-VALUE})")
    private Duration latency = Duration.ZERO;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call()
            throws UsageException,
                    ArchiveException,
                    ServerStartException,
                    RecordException,
                    IOException,
                    InterruptedException {
        if (concurrency < 1 || concurrency > MOST_AT_ONCE) {
            throw new UsageException(
                    "--concurrency is %d; it is a whole number from 1 to %d"
                            .formatted(concurrency, MOST_AT_ONCE));
        }
        if (latency.compareTo(LONGEST) > 0) {
            throw new UsageException("--latency is longer than 2s; a shorter one shows as much");
        }
        Interruption interruption = Interruption.handled();
        try (TemporaryFolder folder = TemporaryFolder.named(folderName())) {
            return demonstrate(new DemoDesign(concurrency, latency), folder.path(), interruption);
        } catch (InterruptedException e) {
            return interruption.exitCode().orElse(ExitCode.INTERRUPTED);
        } catch (ServerStartException e) {
            if (interruption.exitCode().isEmpty()) {
                throw e;
            }
            return interruption.exitCode().get();
        }
    }

    /// Returns the start of the folder names of this process. Other processes may run a
    /// demonstration at the same time.
    static String folderName() {
        return "weft-demo-%d-".formatted(ProcessHandle.current().pid());
    }

    private int demonstrate(DemoDesign design, Path folder, Interruption interruption)
            throws ArchiveException, ServerStartException, RecordException, InterruptedException {
        Path zip = folder.resolve("demo.zip").toAbsolutePath();
        ZipMaker.make(
                new ZipRecipe(DemoDesign.FILES, FILE_BYTES, FileContent.RANDOM, 1), zip, _ -> {});
        ArchiveManifest manifest = ArchiveManifest.read(zip);
        List<PassRow> rows = new ArrayList<>();
        boolean shown = terminal.animated() && terminal.outWatched();
        if (!shown) {
            terminal.printMessage(design.title());
        }
        Optional<String> stopped;
        try (DemoDisplay display = new DemoDisplay(terminal, shown, design, Ticker.system());
                EmbeddedTarget embedded =
                        EmbeddedTarget.start(FaultPlan.of(design.latency()), folder);
                S3Bucket bucket =
                        new S3Bucket(
                                embedded.target(),
                                FairnessContract.standard(
                                        Verifier.CONNECTIONS,
                                        manifest.largestBytes(),
                                        Optional.empty()))) {
            Experiment experiment =
                    new Experiment(
                            new Experiment.Site(
                                    new LocalTrials(clock, Optional.empty(), Optional.of(display)),
                                    bucket,
                                    embedded::cpu),
                            Map.of(zip, manifest),
                            rows::add,
                            rows(manifest),
                            false,
                            display);
            interruption.onSignal(experiment::stop);
            embedded.whenLost(experiment::stop);
            var _ =
                    experiment.run(
                            design.trials(
                                    RunIds.next(clock.instant()),
                                    embedded.target(),
                                    zip,
                                    manifest.largestBytes(),
                                    folder),
                            TimeBudget.unlimited());
            display.leave();
            stopped = experiment.stopped();
        }
        if (interruption.exitCode().isPresent()) {
            return interruption.exitCode().get();
        }
        stopped.ifPresent(terminal::printMessage);
        tell(rows);
        return stopped.isEmpty()
                        && rows.stream().allMatch(row -> row.ending().status() == PassStatus.OK)
                ? ExitCode.OK
                : ExitCode.FAILED;
    }

    private PassRowFactory rows(ArchiveManifest manifest) {
        return new PassRowFactory(
                "upload",
                0,
                _ ->
                        new PassRow.Software(
                                Runtime.version().toString(),
                                Sdk.version(),
                                WeftVersion.number(),
                                Optional.empty()),
                _ -> manifest.items(),
                VerifyLevel.CHECKSUM,
                new IdealReferenceProvider(
                        Runtime.getRuntime().availableProcessors(),
                        Optional.empty(),
                        _ -> manifest.items()),
                clock);
    }

    private void tell(List<PassRow> rows) {
        Analysis analysis = Analysis.of(rows);
        PrintWriter out = terminal.out();
        OptionalInt width = terminal.tableWidth();
        ResultTable table = new ResultTable(analysis, width);
        out.println();
        table.brief().text(width).forEach(out::println);
        table.complaints().forEach(out::println);
        new DemoText(analysis)
                .sentence()
                .ifPresent(
                        sentence -> {
                            out.println();
                            TextWidth.folded(sentence, width.orElse(Integer.MAX_VALUE))
                                    .forEach(out::println);
                        });
        out.flush();
    }
}
