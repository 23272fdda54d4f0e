package dev.weft.cli;

import dev.weft.session.OutputFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Parses the name of an output format.
class OutputFormatConverter extends ChoiceConverter<OutputFormat> {
    OutputFormatConverter() {
        this("'%s' is no format; the formats are ", OutputFormat.values());
    }

    private OutputFormatConverter(String message, OutputFormat... formats) {
        super(
                message
                        + Stream.of(formats)
                                .map(OutputFormat::label)
                                .collect(Collectors.joining(", ")),
                Stream.of(formats),
                OutputFormat::label);
    }

    /// Parses the name of a format of a comparison.
    static final class OfComparison extends OutputFormatConverter {
        OfComparison() {
            super(
                    "'%s' is no format of a comparison; the formats are ",
                    OutputFormat.TABLE, OutputFormat.MARKDOWN, OutputFormat.JSON);
        }
    }
}
