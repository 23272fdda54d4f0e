package dev.weft.cli;

import dev.weft.analysis.Change;
import dev.weft.analysis.FairnessDifference;
import dev.weft.analysis.Setting;
import dev.weft.record.PassRow;
import dev.weft.record.RecordException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What changed between two results.
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Says for each mode and size what changed between two results, and whether it is more than noise.")
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "a run id, a CSV file of results, or FILE@RUN")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "likewise")
    private String after = "";

    @Option(
            names = "--csv",
            defaultValue = "benchmark/results.csv",
            paramLabel = "FILE",
            description = "where run ids are looked up (default: ${DEFAULT-VALUE})")
    private Path csv = Path.of("");

    @Option(names = "--force", description = "compare although not all that matters was the same")
    private boolean force;

    @Option(
            names = "--fail-if-slower",
            paramLabel = "PERCENT",
            converter = PercentConverter.class,
            description = "exit with 1 where the whole interval of a mode is above, such as 5%%")
    private Optional<Double> limit = Optional.empty();

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws UsageException, RecordException {
        ResultSource one = ResultSource.of(before, csv, terminal);
        ResultSource other = ResultSource.of(after, csv, terminal);
        insistOnFairness(one, other);
        Change change = Change.apart(one.rows(), other.rows());
        if (change.cells().isEmpty()) {
            throw new UsageException(
                    "%s and %s have no mode and size in common that was measured and verified in both"
                            .formatted(before, after));
        }
        new ChangeTable(change, "before", "after").print(terminal.out());
        return SlowerGate.of(limit).exitCode(change, terminal);
    }

    private void insistOnFairness(ResultSource one, ResultSource other) throws UsageException {
        List<FairnessDifference> differences =
                one.rows().stream()
                        .flatMap(
                                row ->
                                        other.rows().stream()
                                                .filter(candidate -> isSameCell(row, candidate))
                                                .limit(1)
                                                .flatMap(
                                                        candidate ->
                                                                FairnessDifference.between(
                                                                        row, candidate)
                                                                        .stream()))
                        .distinct()
                        .toList();
        if (differences.isEmpty()) {
            return;
        }
        String named =
                differences.stream()
                        .map(FairnessDifference::toString)
                        .collect(Collectors.joining(", "));
        if (!force) {
            throw new UsageException(
                    "%s and %s were not measured under the same conditions: %s; say --force to compare them all the same"
                            .formatted(before, after, named));
        }
        terminal.err().println("weft: the conditions differ: " + named);
        terminal.err().flush();
    }

    private static boolean isSameCell(PassRow one, PassRow other) {
        return Setting.of(one).equals(Setting.of(other))
                && one.setting().mode() == other.setting().mode();
    }
}
