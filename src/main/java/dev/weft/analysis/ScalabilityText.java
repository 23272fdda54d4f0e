package dev.weft.analysis;

import dev.weft.stats.Scalability;
import dev.weft.stats.Scalability.Fitted;
import dev.weft.stats.Scalability.LeftOut;
import dev.weft.stats.Scalability.Point;
import dev.weft.stats.ScalabilityFit;
import java.util.List;
import java.util.Locale;

/// Formats the scalability of a mode over a sweep as one sentence.
public record ScalabilityText(Sweep sweep) {
    /// Parameters of the Universal Scalability Law, or the reason why there is no fit.
    public String sentence() {
        String mode = sweep.mode().label();
        return switch (scalability()) {
            case Fitted fitted ->
                    String.format(
                            Locale.ROOT,
                            "%s scales with contention %.4f and coherency %.6f%s (Universal Scalability Law, off by up to %s)",
                            mode,
                            fitted.law().sigma(),
                            fitted.law().kappa(),
                            peak(fitted),
                            FigureFormat.percent(fitted.largestResidual()));
            case LeftOut(String reason) ->
                    "%s has no fit of the Universal Scalability Law, because %s"
                            .formatted(mode, reason);
        };
    }

    /// Fit of the Universal Scalability Law to the sweep.
    public Scalability scalability() {
        return ScalabilityFit.of(points());
    }

    private String peak(Fitted fitted) {
        // A peak beyond the measured concurrencies is an extrapolation.
        int largest = sweep.points().lastKey();
        return fitted.law().peakConcurrency().isPresent()
                        && fitted.law().peakConcurrency().getAsDouble() <= largest
                ? String.format(
                        Locale.ROOT,
                        ", the most at about %.0f at once",
                        fitted.law().peakConcurrency().getAsDouble())
                : ", no peak up to %d at once".formatted(largest);
    }

    private List<Point> points() {
        return sweep.points().entrySet().stream()
                .map(point -> new Point(point.getKey(), Sweep.throughput(point.getValue())))
                .toList();
    }
}
