package dev.weft.cli;

import dev.weft.csv.RecordException;
import dev.weft.plan.Phase;
import dev.weft.plot.Chart;
import dev.weft.plot.ConcurrencyPlot;
import dev.weft.plot.Picture;
import dev.weft.plot.PlotException;
import dev.weft.plot.PlotOptions;
import dev.weft.plot.WallTimePlot;
import dev.weft.plot.WarmupPlot;
import dev.weft.plot.WeavePlot;
import dev.weft.record.PassRow;
import dev.weft.screen.Terminal;
import dev.weft.session.ExitCode;
import dev.weft.session.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Draws a chart of results as PNG and SVG: wall time against number of files, throughput against
/// concurrency, the uploads of a pass over time, or the warm-up of JVMs.
@Command(
        name = "plot",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Draws results as PNG and as SVG, a line for each mode and the ideal.",
            "Chart time: the verified passes that are comparable with the newest run; of several concurrencies, the one with the most modes, else the newest. Chart concurrency: the newest run that has several concurrencies. Chart weave: one pass of each mode, of the newest run that has timings. Chart warmup: the newest run that has warm-up curves."
        },
        exitCodeList = {
            "0:the pictures are there, and their paths were printed",
            "1:not all that belongs on standard output could be written",
            "2:there is nothing to draw, or no place for it"
        })
@HelpExample(value = "weft plot", does = "after a run: wall time against number of files")
@HelpExample(
        value = "weft plot --chart=concurrency",
        does = "how much concurrency is enough, after such a run")
@HelpExample(
        value = "weft plot --chart=warmup",
        does = "how long until a JVM is fast: benchmark/warmup.png")
@HelpExample(
        value = "weft plot --chart=weave --width=1200 --output=slides/weave",
        does = "every upload a bar: slides/weave.png and .svg")
final class PlotCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--chart",
            defaultValue = "time",
            paramLabel = "CHART",
            completionCandidates = OptionValues.Charts.class,
            description =
                    "time: wall time against number of files; concurrency: uploads a second against concurrency; weave: every upload of one pass of each mode, from start to end; warmup: CPU, wall time and compile time of an upload against uploads made in the JVM (default: ${DEFAULT-VALUE})")
    private String chart = "";

    @Mixin private ResultSelectionOptions results = new ResultSelectionOptions();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "where to, without the ending: .png and .svg are added (default: benchmark/result, benchmark/concurrency, benchmark/weave, benchmark/warmup)")
    private Optional<Path> output = Optional.empty();

    @Mixin private WeaveOptions weave = new WeaveOptions();

    @Option(names = "--cold", description = "the cold passes instead of the warm ones")
    private boolean cold;

    @Option(names = "--log", description = "logarithmic axes; of concurrency, the vertical one")
    private boolean logarithmic;

    @Option(
            names = "--width",
            defaultValue = "1600",
            paramLabel = "PIXELS",
            description = "(default: ${DEFAULT-VALUE})")
    private int width;

    @Option(
            names = "--height",
            defaultValue = "900",
            paramLabel = "PIXELS",
            description = "(default: ${DEFAULT-VALUE})")
    private int height;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = "instead of the one that describes the measurement")
    private Optional<String> title = Optional.empty();

    PlotCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws UsageException, PlotException, RecordException {
        Chart kind = chart();
        PlotOptions options = options();
        Picture picture = draw(kind, results.rows(terminal), options);
        Path base = output.orElseGet(() -> output(kind));
        write(base, ".png", picture.png());
        write(base, ".svg", picture.svg());
        picture.omitted()
                .ifPresent(
                        omitted -> terminal.out().println("left out of the picture: " + omitted));
        terminal.out().flush();
        return ExitCode.OK;
    }

    private Picture draw(Chart kind, List<PassRow> rows, PlotOptions options)
            throws UsageException, PlotException, RecordException {
        return switch (kind) {
            case TIME -> WallTimePlot.of(rows, options);
            case CONCURRENCY -> ConcurrencyPlot.of(rows, options);
            case WEAVE -> WeavePlot.of(rows, timings(), weave.choice(), options);
            case WARMUP -> WarmupPlot.of(rows, timings()::warmup, weave.choice(), options);
        };
    }

    private TimingsLocator timings() throws UsageException {
        return weave.timings(results.path(terminal.folder()), terminal);
    }

    private Chart chart() throws UsageException {
        Chart named =
                Chart.ofLabel(chart)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "--chart is '%s'; it is time, concurrency, weave or warmup%s"
                                                        .formatted(
                                                                chart,
                                                                SpellingSuggestions.question(
                                                                        chart,
                                                                        OptionValues.Charts
                                                                                .LABELS))));
        if (cold && (named == Chart.CONCURRENCY || named == Chart.WARMUP)) {
            throw new UsageException(
                    "--cold is for --chart=time and --chart=weave: the other charts show what is not cold");
        }
        if (logarithmic && named == Chart.WEAVE) {
            throw new UsageException("--log is for the other charts: a weave begins at 0");
        }
        Optional<String> weaveOption = weave.given();
        if (weaveOption.isPresent() && named != Chart.WEAVE && named != Chart.WARMUP) {
            throw new UsageException(
                    "%s is for --chart=weave and --chart=warmup".formatted(weaveOption.get()));
        }
        return named;
    }

    private static Path output(Chart chart) {
        return switch (chart) {
            case TIME -> Path.of("benchmark/result");
            case CONCURRENCY -> Path.of("benchmark/concurrency");
            case WEAVE -> Path.of("benchmark/weave");
            case WARMUP -> Path.of("benchmark/warmup");
        };
    }

    private PlotOptions options() throws UsageException {
        try {
            return new PlotOptions(
                    results.run(),
                    cold ? Phase.COLD : Phase.WARM,
                    logarithmic,
                    width,
                    height,
                    title);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void write(Path base, String extension, byte[] picture) throws UsageException {
        Path file = terminal.folder().resolve(base + extension);
        new OutputFile(terminal, file, "--output").write(picture);
        terminal.out().println(terminal.shown(file));
    }
}
