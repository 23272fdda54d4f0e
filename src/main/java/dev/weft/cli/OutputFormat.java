package dev.weft.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The forms in which results are told on standard output.
enum OutputFormat {
    /// For a person at a terminal.
    TABLE,
    /// For programs, with all that there is.
    JSON,
    /// For spreadsheets.
    CSV,
    /// For pages and pull requests.
    MARKDOWN;

    /// The name on the command line.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads the name of any of them.
    static final class Converter extends ChoiceConverter<OutputFormat> {
        Converter() {
            super(
                    "'%s' is no format; the formats are " + labels(values()),
                    Arrays.stream(values()),
                    OutputFormat::label);
        }
    }

    /// Reads the name of one that a comparison has.
    static final class OfComparison extends ChoiceConverter<OutputFormat> {
        private static final OutputFormat[] ALL = {TABLE, MARKDOWN, JSON};

        OfComparison() {
            super(
                    "'%s' is no format of a comparison; the formats are " + labels(ALL),
                    Stream.of(ALL),
                    OutputFormat::label);
        }
    }

    private static String labels(OutputFormat... formats) {
        return Arrays.stream(formats).map(OutputFormat::label).collect(Collectors.joining(", "));
    }
}
