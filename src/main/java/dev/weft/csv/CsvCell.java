package dev.weft.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cell of a CSV file: converts between its text and a value. Reading returns the written value at
/// the precision of the text: three decimals, milliseconds for instants.
///
/// @param column name of the column, for messages
public record CsvCell(String column, String text) {
    private static final int DECIMALS = 3;
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1 << 20);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(\\.\\d{1,9})?");
    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder().appendInstant(DECIMALS).toFormatter(Locale.ROOT);

    /// Formats a value: a duration in milliseconds, decimals with a dot, enum constants in lower
    /// case.
    static String write(Object value) {
        return switch (value) {
            case Duration duration -> decimal(BigDecimal.valueOf(duration.toNanos(), 6));
            case Instant instant -> INSTANT.format(instant);
            case Double number -> decimal(BigDecimal.valueOf(number));
            case Enum<?> choice -> label(choice);
            default -> value.toString();
        };
    }

    /// Rounds a duration to the precision of the file. Columns computed from the rounded value stay
    /// the same when a row is read and written again.
    public static Duration written(Duration duration) {
        return new CsvCell("", write(duration)).duration();
    }

    /// Converts bytes to mebibytes.
    public static double mebibytes(long bytes) {
        return bytes / MEBIBYTE.doubleValue();
    }

    public Duration duration() {
        BigDecimal nanos = number("a number of milliseconds").movePointRight(6);
        return Duration.ofNanos(whole(nanos.setScale(0, RoundingMode.HALF_UP)));
    }

    public Instant instant() {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw malformed("a time such as 2026-11-20T15:36:00.000Z", e);
        }
    }

    public long whole() {
        return whole(number("a whole number"));
    }

    public int count() {
        try {
            return Math.toIntExact(whole());
        } catch (ArithmeticException e) {
            throw malformed("a whole number below 2^31", e);
        }
    }

    /// Parses a number of mebibytes into bytes.
    public long bytes() {
        BigDecimal bytes = number("a number of MiB").multiply(MEBIBYTE);
        return whole(bytes.setScale(0, RoundingMode.HALF_UP));
    }

    public boolean flag() {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed("true or false", null);
        };
    }

    public <E extends Enum<E>> E choice(Class<E> type) {
        List<E> choices = Arrays.asList(type.getEnumConstants());
        return choices.stream()
                .filter(choice -> label(choice).equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                malformed(
                                        "one of " + choices.stream().map(CsvCell::label).toList(),
                                        null));
    }

    /// Throws MalformedRowException unless the text is the expected one.
    public void mustBe(String expected) {
        if (!text.equals(expected)) {
            throw malformed(expected, null);
        }
    }

    private static String decimal(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    private static String label(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private BigDecimal number(String expected) {
        // A number such as 1E999999999 is a valid BigDecimal, but rounding it would fill the heap.
        if (!NUMBER.matcher(text).matches()) {
            throw malformed(expected, null);
        }
        return new BigDecimal(text);
    }

    private long whole(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw malformed("a whole number below 2^63", e);
        }
    }

    private MalformedRowException malformed(String expected, @Nullable Throwable cause) {
        return new MalformedRowException(
                "%s should be %s, not \"%s\"".formatted(column, expected, text), cause);
    }
}
