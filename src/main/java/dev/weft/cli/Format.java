package dev.weft.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What stands on standard output after a run.
enum Format {
    /// Tables, verdicts and advice, for a person.
    TABLE,
    /// One document with everything.
    JSON,
    /// A row for each mode in each setting.
    CSV,
    /// What the tables say, for a page.
    MARKDOWN;

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads the name of a format.
    static final class Converter implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            return Arrays.stream(values())
                    .filter(format -> format.label().equalsIgnoreCase(value.strip()))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "'%s' is no format; the formats are %s"
                                                    .formatted(value, labels())));
        }
    }

    private static String labels() {
        return Arrays.stream(values()).map(Format::label).collect(Collectors.joining(", "));
    }
}
