package dev.weft.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Readable notation of times: `20ms`, `1.5s`, `250us`, `2m`, `1h`, `7d`.
public final class DurationNotation {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(us|ms|s|m|h|d)");
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /// Units in the order of preference between forms of equal length.
    private enum Unit {
        S(1_000_000_000),
        MS(1_000_000),
        US(1_000),
        M(60_000_000_000L),
        H(3_600_000_000_000L),
        D(86_400_000_000_000L);

        private final long nanos;

        Unit(long nanos) {
            this.nanos = nanos;
        }

        private String symbol() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private DurationNotation() {}

    /// Parses a number and its unit. Rounds to nanoseconds.
    ///
    /// @throws IllegalArgumentException with a message that names the valid forms
    public static Duration parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no time; write a number and its unit, us, ms, s, m, h or d, such as 20ms"
                            .formatted(text));
        }
        Unit unit = Unit.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
        BigDecimal nanos =
                new BigDecimal(parts.group(1))
                        .multiply(BigDecimal.valueOf(unit.nanos))
                        .setScale(0, RoundingMode.HALF_UP);
        return Duration.ofNanos(nanos.min(MOST).longValueExact());
    }

    /// Returns the shortest exact form. [#parse] accepts it.
    ///
    /// @param time time, 0 or more
    public static String text(Duration time) {
        long nanos = time.toNanos();
        return Arrays.stream(Unit.values())
                .filter(unit -> nanos % unit.nanos == 0)
                .map(unit -> nanos / unit.nanos + unit.symbol())
                .min(Comparator.comparingInt(String::length))
                .orElseGet(() -> BigDecimal.valueOf(nanos, 3).toPlainString() + Unit.US.symbol());
    }
}
