package dev.weft.diagnose;

import java.time.Duration;
import java.util.Locale;

/// Formats quantities for display.
final class QuantityFormat {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_KIB = 1024;

    private QuantityFormat() {}

    /// Formats a fraction of 1 in whole percent.
    static String percent(double share) {
        return Math.round(100 * share) + "%";
    }

    /// Formats milliseconds below a second, else seconds, with three significant digits.
    static String time(Duration time) {
        double millis = time.toNanos() / NANOS_PER_MILLI;
        return millis < 999.5 ? digits(millis) + " ms" : digits(millis / 1000) + " s";
    }

    static String kibibytes(double bytes) {
        return digits(bytes / BYTES_PER_KIB) + " KiB";
    }

    static String times(long count) {
        return count == 1 ? "once" : String.format(Locale.ROOT, "%,d times", count);
    }

    private static String digits(double value) {
        int decimals = value == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
