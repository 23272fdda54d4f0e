package dev.weft.cli;

import java.time.Duration;
import java.util.Locale;

/// How figures are written for a person: three digits that count, and the unit.
final class Figures {
    private Figures() {}

    /// A time in seconds, such as `0.412 s` or `11.1 s`.
    static String seconds(double seconds) {
        return digits(seconds) + " s";
    }

    /// A time in milliseconds, such as `0.61 ms` or `21.9 ms`.
    static String millis(double millis) {
        return digits(millis) + " ms";
    }

    /// A time in milliseconds without its unit.
    static String millis(Duration time) {
        double millis = time.toNanos() / 1e6;
        return millis == Math.rint(millis)
                ? String.format(Locale.ROOT, "%,.0f", millis)
                : digits(millis);
    }

    /// A time that nobody needs exactly, such as `2 min 40 s`.
    static String rough(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        return seconds < 60
                ? seconds + " s"
                : seconds < 3600
                        ? "%d min %d s".formatted(seconds / 60, seconds % 60)
                        : "%d h %d min".formatted(seconds / 3600, seconds / 60 % 60);
    }

    /// Three digits that count.
    static String digits(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
