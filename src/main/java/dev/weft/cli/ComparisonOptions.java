package dev.weft.cli;

import dev.weft.session.OutputFormat;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Options of the output of a comparison, and of its limit.
final class ComparisonOptions {
    @Option(
            names = "--fail-if-slower",
            paramLabel = "PERCENT",
            converter = Converters.OfPercentage.class,
            description = "exit with 1 where the whole interval of a mode is above, such as 5%%")
    Optional<Double> limit = Optional.empty();

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "FORMAT",
            converter = Converters.OfComparisonFormat.class,
            completionCandidates = Converters.OfComparisonFormat.class,
            description =
                    "what is printed: table (default), markdown, or json; nothing else is then on standard output")
    OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "append the comparison as Markdown, such as to $GITHUB_STEP_SUMMARY")
    Optional<Path> summary = Optional.empty();

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description =
                    "write JUnit XML: a test for each mode and size, which fails where --fail-if-slower does")
    Optional<Path> junit = Optional.empty();

    /// Returns whether the output is a table for a terminal.
    boolean isTable() {
        return format == OutputFormat.TABLE;
    }
}
