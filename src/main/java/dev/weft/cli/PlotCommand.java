package dev.weft.cli;

import dev.weft.plan.Phase;
import dev.weft.plot.PlotException;
import dev.weft.plot.PlotOptions;
import dev.weft.plot.WallTimePlot;
import dev.weft.record.Damage;
import dev.weft.record.PassRow;
import dev.weft.record.Readout;
import dev.weft.record.RecordException;
import dev.weft.record.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Draws wall time against number of files.
@Command(
        name = "plot",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Draws wall time against number of files, a line for each mode, as PNG and as SVG. Takes the verified passes that are comparable with the newest run; of several concurrencies, the one with the most modes, else the newest.")
final class PlotCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--csv",
            defaultValue = "benchmark/results.csv",
            paramLabel = "FILE",
            description = "the results (default: ${DEFAULT-VALUE})")
    private Path csv = Path.of("");

    @Option(
            names = "--output",
            defaultValue = "benchmark/result",
            paramLabel = "FILE",
            description =
                    "where to, without the ending: .png and .svg are added (default: ${DEFAULT-VALUE})")
    private Path output = Path.of("");

    @Option(names = "--cold", description = "the cold passes instead of the warm ones")
    private boolean cold;

    @Option(names = "--log", description = "logarithmic axes")
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
            description = "instead of the one that says what was measured")
    private Optional<String> title = Optional.empty();

    PlotCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws UsageException, PlotException {
        PlotOptions options = options();
        Path results = terminal.folder().resolve(csv);
        if (!Files.exists(results)) {
            throw new UsageException(
                    "there are no results in %s; make some with weft run, or name another file with --csv"
                            .formatted(csv));
        }
        Readout<PassRow> read = read(results);
        for (Damage damage : read.damages()) {
            terminal.err().println("weft: " + damage.sentence());
        }
        WallTimePlot plot = WallTimePlot.of(read.rows(), options);
        write(".png", plot.png());
        write(".svg", plot.svg());
        terminal.out().flush();
        return ExitCode.OK;
    }

    private static Readout<PassRow> read(Path results) throws UsageException {
        try {
            return new ResultsFile(results).read();
        } catch (RecordException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private PlotOptions options() throws UsageException {
        try {
            return new PlotOptions(
                    cold ? Phase.COLD : Phase.WARM, logarithmic, width, height, title);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void write(String ending, byte[] picture) throws UsageException {
        Path file = terminal.folder().resolve(output + ending);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, picture);
        } catch (IOException e) {
            throw new UsageException(
                    "%s cannot be written (%s); name another file with --output"
                            .formatted(terminal.shown(file), e.getMessage()));
        }
        terminal.out().println(terminal.shown(file));
    }
}
