package dev.weft.plot;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as people read them.
final class Figure {
    private static final int DIGITS = 3;
    private static final MathContext THREE_DIGITS = new MathContext(DIGITS);

    private Figure() {}

    /// Three digits that matter: `0.0412`, `0.405`, `11.0`, `143`, `1430`.
    static String digits(double value) {
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
        int decimals = DIGITS - rounded.precision() + rounded.scale();
        return rounded.setScale(Math.max(0, decimals)).toPlainString();
    }

    /// No more digits than it takes: `0.05`, `12`.
    static String plain(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /// Whether the number is 1, 2 or 5, or one of these with noughts.
    static boolean isRound(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        return rounded.precision() == 1 && "125".contains(rounded.unscaledValue().toString());
    }
}
