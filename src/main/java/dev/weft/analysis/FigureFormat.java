package dev.weft.analysis;

import dev.weft.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/// Formats figures for people, with three significant digits and a unit.
public final class FigureFormat {
    private static final int DIGITS = 3;
    private static final int MAXIMUM_DECIMALS = 4;
    private static final double TENFOLD = 10;
    private static final double HUNDREDFOLD = 100;
    private static final MathContext THREE_DIGITS = new MathContext(DIGITS);
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private FigureFormat() {}

    /// A time in seconds, such as `0.412 s` or `11.1 s`.
    public static String seconds(double seconds) {
        return digits(seconds) + " s";
    }

    /// A time in seconds, such as `0.412 s` or `11.1 s`.
    public static String seconds(Duration time) {
        return seconds(time.toNanos() / 1e9);
    }

    /// A time in milliseconds, such as `0.61 ms` or `21.9 ms`.
    public static String millis(double millis) {
        return digits(millis) + " ms";
    }

    /// A time in milliseconds without its unit.
    public static String millis(Duration time) {
        double millis = time.toNanos() / 1e6;
        return millis == Math.rint(millis)
                ? String.format(Locale.ROOT, "%,.0f", millis)
                : digits(millis);
    }

    /// A time to the second or minute, such as `2 min 40 s` or `1 h 5 min`.
    public static String rough(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        return seconds < 60
                ? seconds + " s"
                : seconds < 3600
                        ? "%d min %d s".formatted(seconds / 60, seconds % 60)
                        : "%d h %d min".formatted(seconds / 3600, seconds / 60 % 60);
    }

    /// Three significant digits, such as `0.0412`, `0.405`, `11.0` and `1,430`.
    public static String digits(double value) {
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
        int decimals = DIGITS - rounded.precision() + rounded.scale();
        return String.format(
                Locale.ROOT,
                "%,." + Math.max(0, Math.min(decimals, MAXIMUM_DECIMALS)) + "f",
                rounded);
    }

    /// A rate per second: a whole number from 10 on, such as `20,312`, else three significant
    /// digits, such as `0.804`.
    public static String rate(double perSecond) {
        return perSecond < TENFOLD
                ? digits(perSecond)
                : String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    /// Up to six significant digits, without trailing zeros, such as `0.05`, `12` and `2,000`.
    public static String plain(double value) {
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS);
        if (rounded.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = rounded.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, stripped.scale()) + "f", stripped);
    }

    /// A range, such as `0.331 to 0.358`; `too wide` if its ends differ by a factor above 100.
    public static String range(Interval interval) {
        if (interval.high() > HUNDREDFOLD * interval.low()) {
            return "too wide";
        }
        return "%s to %s".formatted(digits(interval.low()), digits(interval.high()));
    }

    /// A factor, such as `1.31x` or `33.4x`.
    public static String times(double ratio) {
        return digits(ratio) + "x";
    }

    /// The difference that a ratio of at least 1 expresses, such as `12%`, `3.40x` or `more than
    /// 10x`.
    public static String difference(double ratio) {
        if (ratio < 2) {
            return percent(ratio - 1);
        }
        return ratio < TENFOLD ? times(ratio) : "more than 10x";
    }

    /// A range of ratios, such as `0.930 to 1.12`, with ends cut to `under 0.01` and `over 100`.
    public static String ratios(Interval interval) {
        return "%s to %s".formatted(ratio(interval.low()), ratio(interval.high()));
    }

    private static String ratio(double ratio) {
        return ratio > HUNDREDFOLD
                ? "over 100"
                : ratio < 1 / HUNDREDFOLD ? "under 0.01" : digits(ratio);
    }

    /// A relative deviation, such as `0.6%`.
    public static String deviation(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    /// A whole number, such as `1,430`; `no limit` for an infinite one.
    public static String count(double count) {
        return Double.isInfinite(count) ? "no limit" : String.format(Locale.ROOT, "%,.0f", count);
    }

    /// A share, such as `48%`.
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share * 100);
    }
}
