package dev.weft.cli;

import dev.weft.plot.CaseChoice;
import dev.weft.screen.Terminal;
import dev.weft.session.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Options that select the passes of a weave chart or a warm-up chart.
final class WeaveOptions {
    @Option(
            names = "--files",
            paramLabel = "NUMBER",
            description = "of weave and warmup: the passes of so many files (default: the most)")
    private Optional<Integer> files = Optional.empty();

    @Option(
            names = "--concurrency",
            paramLabel = "NUMBER",
            description = "of weave and warmup: the passes of so many at once (default: the most)")
    private Optional<Integer> concurrency = Optional.empty();

    @Option(
            names = "--timings-csv",
            paramLabel = "FILE",
            description =
                    "of weave and warmup: the timings of the run, beside which its warmup.csv lies (default: benchmark/runs/RUN_ID/timings.csv)")
    private Optional<Path> timings = Optional.empty();

    /// Returns the name of the first option that was given; empty if none was.
    Optional<String> given() {
        return Stream.of(
                        files.map(_ -> "--files"),
                        concurrency.map(_ -> "--concurrency"),
                        timings.map(_ -> "--timings-csv"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    CaseChoice choice() {
        return new CaseChoice(number(files), number(concurrency));
    }

    /// Locates the timings.
    ///
    /// @param results results file with the rows of the passes
    TimingsLocator timings(Path results, Terminal terminal) throws UsageException {
        Optional<Path> named = timings.map(terminal.folder()::resolve);
        if (named.isPresent() && !Files.isRegularFile(named.get())) {
            throw new UsageException(
                    "there are no timings in %s; correct --timings-csv"
                            .formatted(timings.orElseThrow()));
        }
        return new TimingsLocator(named, results, terminal.folder(), terminal::printMessage);
    }

    private static OptionalInt number(Optional<Integer> option) {
        return option.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
