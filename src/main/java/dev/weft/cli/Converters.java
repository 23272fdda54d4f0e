package dev.weft.cli;

import dev.weft.analysis.PresentChoice;
import dev.weft.archive.FileContent;
import dev.weft.plan.ByteSize;
import dev.weft.plan.DurationNotation;
import dev.weft.plan.ModeName;
import dev.weft.plan.VerifyLevel;
import dev.weft.plan.WarmupPolicy;
import dev.weft.session.FileCount;
import dev.weft.session.OutputFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Converters of option values. The message of each error names valid values.
final class Converters {
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,6})?)%");
    private static final Pattern FILE_COUNT = Pattern.compile("(-?\\d{1,9})(x[cC])?");
    private static final Pattern MODE_AND_CONCURRENCY =
            Pattern.compile("([a-z]+)(?::([1-9]\\d{0,6}))?");

    private Converters() {}

    /// Converts the label of one of a few values, and lists the labels for completion.
    abstract static class Choice<T> implements ITypeConverter<T>, Iterable<String> {
        private final String error;
        private final List<T> values;
        private final Function<T, String> label;

        /// @param error message for another word, with `%s` in the place of the word
        Choice(String error, Stream<T> values, Function<T, String> label) {
            this.error = error;
            this.values = values.toList();
            this.label = label;
        }

        @Override
        public T convert(String text) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            return values.stream()
                    .filter(value -> label.apply(value).equals(word))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            error.formatted(text)
                                                    + SpellingSuggestions.question(
                                                            word, labels())));
        }

        @Override
        public Iterator<String> iterator() {
            return labels().iterator();
        }

        private List<String> labels() {
            return values.stream().map(label).toList();
        }
    }

    /// Converts the name of the content of generated files.
    static final class OfContent extends Choice<FileContent> {
        OfContent() {
            super(
                    "'%s' is no content; a file holds random or text",
                    Arrays.stream(FileContent.values()), FileContent::label);
        }
    }

    /// Converts the name of a verification level.
    static final class OfVerifyLevel extends Choice<VerifyLevel> {
        OfVerifyLevel() {
            super(
                    "'%s' is no way to verify; the ways are " + VerifyLevel.labels(),
                    Arrays.stream(VerifyLevel.values()),
                    VerifyLevel::label);
        }
    }

    /// Converts the name of an output format.
    static class OfFormat extends Choice<OutputFormat> {
        OfFormat() {
            this("'%s' is no format; the formats are ", OutputFormat.values());
        }

        private OfFormat(String error, OutputFormat... formats) {
            super(
                    error
                            + Stream.of(formats)
                                    .map(OutputFormat::label)
                                    .collect(Collectors.joining(", ")),
                    Stream.of(formats),
                    OutputFormat::label);
        }
    }

    /// Converts the name of an output format of a comparison: all except `csv`.
    static final class OfComparisonFormat extends OfFormat {
        OfComparisonFormat() {
            super(
                    "'%s' is no format of a comparison; the formats are ",
                    OutputFormat.TABLE, OutputFormat.MARKDOWN, OutputFormat.JSON);
        }
    }

    /// Converts a mode, or a mode and a concurrency, such as `sequential` and `threads:16`.
    static final class OfPresentChoice implements ITypeConverter<PresentChoice> {
        @Override
        public PresentChoice convert(String value) {
            Matcher match = MODE_AND_CONCURRENCY.matcher(value.strip().toLowerCase(Locale.ROOT));
            Optional<ModeName> mode =
                    match.matches() ? ModeName.ofLabel(match.group(1)) : Optional.empty();
            if (mode.isEmpty()) {
                throw new TypeConversionException(
                        "'%s' is no choice; write a mode, or a mode and how many at once, such as threads:16%s"
                                .formatted(
                                        value,
                                        SpellingSuggestions.question(
                                                value.strip().replaceFirst(":.*", ""),
                                                OptionValues.Mode.LABELS)));
            }
            return new PresentChoice(
                    mode.get(),
                    match.group(2) == null
                            ? OptionalInt.empty()
                            : OptionalInt.of(Integer.parseInt(match.group(2))));
        }
    }

    /// Converts a number of files, such as `500`, or a multiple of the concurrency, such as `20xC`.
    static final class OfFileCount implements ITypeConverter<FileCount> {
        @Override
        public FileCount convert(String value) {
            Matcher match =
                    matching(
                            FILE_COUNT,
                            value,
                            "no number of files; write 500, or 20xC for 20 files for each upload open at once");
            return new FileCount(Integer.parseInt(match.group(1)), match.group(2) != null);
        }
    }

    /// Converts a percentage such as `2.5%` to a fraction of 1.
    static final class OfPercentage implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            Matcher match =
                    matching(PERCENTAGE, value, "no percentage; write a number and %, such as 5%");
            return Double.parseDouble(match.group(1)) / 100;
        }
    }

    /// Converts `steady` or a number of uploads to a warm-up policy.
    static final class OfWarmup implements ITypeConverter<WarmupPolicy> {
        @Override
        public WarmupPolicy convert(String text) {
            if (text.equalsIgnoreCase(WarmupPolicy.Steady.STANDARD.label())) {
                return WarmupPolicy.Steady.STANDARD;
            }
            try {
                return new WarmupPolicy.Fixed(Integer.parseInt(text));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "'%s' is no warm-up; write steady, or a number of uploads from 0 on"
                                .formatted(text));
            }
        }
    }

    /// Converts a size such as `100KiB`.
    static final class OfByteSize implements ITypeConverter<ByteSize> {
        @Override
        public ByteSize convert(String value) {
            return parsed(ByteSize::parse, value);
        }
    }

    /// Converts a time such as `20ms`, `1.5s`, `250us` and `2m`.
    static final class OfDuration implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            return parsed(DurationNotation::parse, value);
        }
    }

    private static <T> T parsed(Function<String, T> parser, String value) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static Matcher matching(Pattern pattern, String value, String error) {
        Matcher match = pattern.matcher(value.strip());
        if (!match.matches()) {
            throw new TypeConversionException("'%s' is %s".formatted(value, error));
        }
        return match;
    }
}
