package dev.weft.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/// Notation of quantiles: `p50` is the median, and `p99.9` the time that 999 of 1,000 do not
/// exceed.
final class Percentile {
    private static final Pattern FORM = Pattern.compile("p\\d{1,3}(\\.\\d{1,12})?");
    private static final Pattern SHARE = Pattern.compile("0(\\.\\d{1,14})?|1(\\.0{1,14})?");

    private Percentile() {}

    /// Parses a name.
    ///
    /// @return quantile from 0 to 1
    /// @throws IllegalArgumentException with a message that names the valid forms
    static double parse(String text) {
        if (FORM.matcher(text).matches()) {
            double quantile = new BigDecimal(text.substring(1)).movePointLeft(2).doubleValue();
            if (quantile <= 1) {
                return quantile;
            }
        }
        throw new IllegalArgumentException(
                "'%s' is no quantile; write p0 to p100, such as p50 or p99.9".formatted(text));
    }

    /// Parses a name, or a share such as `0.99`.
    ///
    /// @throws IllegalArgumentException with a message that names the valid forms
    static double ofLine(String text) {
        if (SHARE.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        return parse(text);
    }

    /// Returns a quantile and its time, such as `p50=20ms`.
    static String text(Map.Entry<Double, Duration> quantile) {
        return "p%s=%s"
                .formatted(
                        BigDecimal.valueOf(quantile.getKey())
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString(),
                        DurationNotation.text(quantile.getValue()));
    }
}
