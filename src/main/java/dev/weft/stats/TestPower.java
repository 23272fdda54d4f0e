package dev.weft.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Computes the power of a t test: the probability that t exceeds its critical value when there is
/// a difference. This is a tail of the noncentral t distribution.
///
/// With s = √(χ²/ν) the power is the expectation of Φ(noncentrality - critical·s) over s. The
/// density of s is proportional to s^(ν-1)·exp(-νs²/2) (Johnson, Kotz and Balakrishnan, "Continuous
/// Univariate Distributions" 2, chapter 31). Simpson's rule integrates it. The tail in the wrong
/// direction is ignored: it is below 1e-5 at a level of 5% and a power of 80%.
final class TestPower {
    private static final double RELATIVE_TOLERANCE = 1e-8;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double critical;
    private final double[] points;
    private final double[] weights;

    TestPower(double degreesOfFreedom, double critical) {
        this.critical = critical;
        // Covers eleven standard deviations of s to each side, with steps that resolve both factors
        // of the integrand.
        double halfWidth = 8 / Math.sqrt(degreesOfFreedom);
        double start = Math.max(0, 1 - halfWidth);
        double range = 1 + halfWidth - start;
        double step = Math.min(halfWidth / 50, 0.25 / critical);
        int panels = 2 * (int) Math.ceil(range / step / 2);
        points =
                IntStream.rangeClosed(0, panels)
                        .mapToDouble(i -> start + range * i / panels)
                        .toArray();
        weights =
                IntStream.rangeClosed(0, panels)
                        .mapToDouble(i -> simpson(i, panels) * density(points[i], degreesOfFreedom))
                        .toArray();
        double total = Arrays.stream(weights).sum();
        Arrays.setAll(weights, i -> weights[i] / total);
    }

    /// Returns the smallest difference, in standard errors, that the test detects with this power.
    double noncentrality(double power) {
        double low = 0;
        double high = critical;
        while (of(high) < power) {
            low = high;
            high *= 2;
        }
        while (high - low > RELATIVE_TOLERANCE * high) {
            double middle = (low + high) / 2;
            if (of(middle) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// Returns the probability that t exceeds its critical value.
    ///
    /// @param noncentrality the true difference, in standard errors
    double of(double noncentrality) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += weights[i] * NORMAL.cumulativeProbability(noncentrality - critical * points[i]);
        }
        return sum;
    }

    private static int simpson(int point, int panels) {
        if (point == 0 || point == panels) {
            return 1;
        }
        return point % 2 == 0 ? 2 : 4;
    }

    /// Returns the density of s up to a constant factor. It is scaled to 1 at s = 1 to avoid
    /// overflow.
    private static double density(double s, double degreesOfFreedom) {
        double kernel = Math.exp((1 - s * s) / 2);
        return Math.pow(s * kernel, degreesOfFreedom - 1) * kernel;
    }
}
