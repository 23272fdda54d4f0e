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
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Type of a cell: converts a value to the text of the cell and back. Reading returns the written
/// value at the precision of the text: three decimals, milliseconds for instants.
public final class CellType<V> {
    private static final int DECIMALS = 3;
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1 << 20);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(\\.\\d{1,9})?");
    private static final DateTimeFormatter INSTANT_FORMAT =
            new DateTimeFormatterBuilder().appendInstant(DECIMALS).toFormatter(Locale.ROOT);

    public static final CellType<String> TEXT = of(text -> text, text -> text);
    public static final CellType<Boolean> FLAG = new CellType<>(String::valueOf, CellText::flag);
    public static final CellType<Integer> COUNT = new CellType<>(String::valueOf, CellText::count);
    public static final CellType<Long> WHOLE = new CellType<>(String::valueOf, CellText::whole);
    public static final CellType<Instant> INSTANT =
            new CellType<>(INSTANT_FORMAT::format, CellText::instant);

    /// Duration in milliseconds.
    public static final CellType<Duration> MILLIS =
            new CellType<>(
                    duration -> decimal(BigDecimal.valueOf(duration.toNanos(), 6)),
                    CellText::duration);

    /// Nanoseconds, rounded to the nearest microsecond.
    public static final CellType<Long> MICROS =
            new CellType<>(nanos -> Long.toString(micros(nanos)), CellText::nanosOfMicros);

    /// Bytes, in mebibytes.
    public static final CellType<Long> MEBIBYTES =
            new CellType<>(bytes -> decimal(mebibytes(bytes)), CellText::bytes);

    private final Function<V, String> formatter;
    private final Function<CellText, V> parser;

    private CellType(Function<V, String> formatter, Function<CellText, V> parser) {
        this.formatter = formatter;
        this.parser = parser;
    }

    /// Creates a type.
    ///
    /// @param parser throws IllegalArgumentException if the text is not valid
    public static <V> CellType<V> of(Function<V, String> formatter, Function<String, V> parser) {
        return new CellType<>(formatter, cell -> parser.apply(cell.text));
    }

    /// Returns the type of an enum, whose constants are written in lower case.
    public static <E extends Enum<E>> CellType<E> choice(Class<E> type) {
        return new CellType<>(CellType::label, cell -> cell.choice(type));
    }

    /// Formats a value as the text of a cell.
    String format(V value) {
        return formatter.apply(value);
    }

    /// Parses the text of a cell.
    ///
    /// @param column name of the column, for messages
    /// @throws IllegalArgumentException if the text is not valid
    V parse(String column, String text) {
        return parser.apply(new CellText(column, text));
    }

    /// Formats a number with a dot and three decimals.
    static String decimal(double number) {
        return decimal(BigDecimal.valueOf(number));
    }

    /// Rounds a duration to the precision of the file. Columns computed from the rounded value stay
    /// the same when a row is read and written again.
    public static Duration rounded(Duration duration) {
        return MILLIS.parse("", MILLIS.format(duration));
    }

    /// Rounds nanoseconds to the nearest microsecond.
    public static long micros(long nanos) {
        return Math.floorDiv(nanos + 500, 1_000);
    }

    /// Converts bytes to mebibytes.
    public static double mebibytes(long bytes) {
        return bytes / MEBIBYTE.doubleValue();
    }

    private static String decimal(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    private static String label(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static IllegalArgumentException malformed(
            String column, String text, String expected, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "%s should be %s, not \"%s\"".formatted(column, expected, text), cause);
    }

    /// Text of a cell, and the name of its column for messages.
    private record CellText(String column, String text) {
        Duration duration() {
            BigDecimal nanos = number("a number of milliseconds").movePointRight(6);
            return Duration.ofNanos(whole(nanos.setScale(0, RoundingMode.HALF_UP)));
        }

        Instant instant() {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw malformed("a time such as 2026-11-20T15:36:00.000Z", e);
            }
        }

        long whole() {
            return whole(number("a whole number"));
        }

        int count() {
            try {
                return Math.toIntExact(whole());
            } catch (ArithmeticException e) {
                throw malformed("a whole number below 2^31", e);
            }
        }

        long nanosOfMicros() {
            try {
                return Math.multiplyExact(whole(), 1_000L);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(column + " is too large", e);
            }
        }

        long bytes() {
            BigDecimal bytes = number("a number of MiB").multiply(MEBIBYTE);
            return whole(bytes.setScale(0, RoundingMode.HALF_UP));
        }

        boolean flag() {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw malformed("true or false", null);
            };
        }

        <E extends Enum<E>> E choice(Class<E> type) {
            List<E> choices = Arrays.asList(type.getEnumConstants());
            List<String> labels = choices.stream().map(CellType::label).toList();
            if (!labels.contains(text)) {
                throw malformed("one of " + labels, null);
            }
            return choices.get(labels.indexOf(text));
        }

        private BigDecimal number(String expected) {
            // A number such as 1E999999999 is a valid BigDecimal, but rounding it would fill the
            // heap.
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

        private IllegalArgumentException malformed(String expected, @Nullable Throwable cause) {
            return CellType.malformed(column, text, expected, cause);
        }
    }
}
