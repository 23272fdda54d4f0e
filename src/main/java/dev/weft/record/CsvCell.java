package dev.weft.record;

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

/// One cell as text, and the values that it may stand for. Whatever is written is read back the
/// same at the precision of the text: three decimals, milliseconds for instants.
///
/// @param column whose cell it is, for messages
record CsvCell(String column, String text) {
    private static final int DECIMALS = 3;
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1 << 20);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(\\.\\d{1,9})?");
    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder().appendInstant(DECIMALS).toFormatter(Locale.ROOT);

    /// The text of a value: a duration in milliseconds, decimals with a dot, choices in lower case.
    static String write(Object value) {
        return switch (value) {
            case Duration duration -> decimal(BigDecimal.valueOf(duration.toNanos(), 6));
            case Instant instant -> INSTANT.format(instant);
            case Double number -> decimal(BigDecimal.valueOf(number));
            case Enum<?> choice -> label(choice);
            default -> value.toString();
        };
    }

    /// A duration as it is written. What is computed from it in another column is the same when the
    /// row has been read and is written again.
    static Duration written(Duration duration) {
        return new CsvCell("", write(duration)).duration();
    }

    /// Bytes as a number of mebibytes.
    static double mebibytes(long bytes) {
        return bytes / MEBIBYTE.doubleValue();
    }

    Duration duration() {
        BigDecimal nanos = number("a number of milliseconds").movePointRight(6);
        return Duration.ofNanos(whole(nanos.setScale(0, RoundingMode.HALF_UP)));
    }

    Instant instant() {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong("a time such as 2026-11-20T15:36:00.000Z", e);
        }
    }

    long whole() {
        return whole(number("a whole number"));
    }

    int count() {
        try {
            return Math.toIntExact(whole());
        } catch (ArithmeticException e) {
            throw wrong("a whole number below 2^31", e);
        }
    }

    /// The bytes that a number of mebibytes stands for.
    long bytes() {
        BigDecimal bytes = number("a number of MiB").multiply(MEBIBYTE);
        return whole(bytes.setScale(0, RoundingMode.HALF_UP));
    }

    boolean flag() {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("true or false", null);
        };
    }

    <E extends Enum<E>> E choice(Class<E> type) {
        List<E> choices = Arrays.asList(type.getEnumConstants());
        return choices.stream()
                .filter(choice -> label(choice).equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                wrong(
                                        "one of " + choices.stream().map(CsvCell::label).toList(),
                                        null));
    }

    /// Refuses any text but one.
    void mustBe(String expected) {
        if (!text.equals(expected)) {
            throw wrong(expected, null);
        }
    }

    private static String decimal(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    private static String label(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private BigDecimal number(String expected) {
        // Not every BigDecimal: 1E999999999 would fill the heap as soon as it is rounded.
        if (!NUMBER.matcher(text).matches()) {
            throw wrong(expected, null);
        }
        return new BigDecimal(text);
    }

    private long whole(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw wrong("a whole number below 2^63", e);
        }
    }

    private MalformedRowException wrong(String expected, @Nullable Throwable cause) {
        return new MalformedRowException(
                "%s should be %s, not \"%s\"".formatted(column, expected, text), cause);
    }
}
