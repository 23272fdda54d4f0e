package dev.weft.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of bytes in readable notation: `512`, `100KiB`, `10MB`.
///
/// @param bytes number of bytes, 0 or more
public record ByteSize(long bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d+) ?([a-z]*)");

    /// Units in the order of preference between forms of equal length.
    private enum Unit {
        TIB("TiB", 1L << 40),
        GIB("GiB", 1L << 30),
        MIB("MiB", 1L << 20),
        KIB("KiB", 1L << 10),
        TB("TB", 1_000_000_000_000L),
        GB("GB", 1_000_000_000),
        MB("MB", 1_000_000),
        KB("KB", 1_000),
        NONE("", 1),
        B("B", 1);

        private final String symbol;
        private final long bytes;

        Unit(String symbol, long bytes) {
            this.symbol = symbol;
            this.bytes = bytes;
        }
    }

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException(
                    "a size of %d bytes must not be negative".formatted(bytes));
        }
    }

    /// Parses a whole number with a unit; without a unit it counts bytes. Ignores case.
    ///
    /// @throws IllegalArgumentException with a message that names the valid forms
    public static ByteSize parse(String text) {
        Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw unreadable(text);
        }
        Unit unit =
                Arrays.stream(Unit.values())
                        .filter(
                                candidate ->
                                        candidate
                                                .symbol
                                                .toLowerCase(Locale.ROOT)
                                                .equals(parts.group(2)))
                        .findFirst()
                        .orElseThrow(() -> unreadable(text));
        try {
            return new ByteSize(Math.multiplyExact(Long.parseLong(parts.group(1)), unit.bytes));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'%s' is more bytes than can be counted; the most is %d"
                            .formatted(text, Long.MAX_VALUE),
                    e);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "'%s' is not a size; write a whole number of bytes, or one with KiB, MiB, GiB, TiB (powers of 1024) or KB, MB, GB, TB (powers of 1000), such as 100KiB"
                        .formatted(text));
    }

    /// Returns the shortest exact form, such as `100KiB` for 102400. [#parse] accepts it.
    @Override
    public String toString() {
        return Arrays.stream(Unit.values())
                .filter(unit -> bytes % unit.bytes == 0)
                .map(unit -> bytes / unit.bytes + unit.symbol)
                .min(Comparator.comparingInt(String::length))
                .orElseThrow();
    }
}
