package dev.weft.analysis;

import dev.weft.stats.Scalability;
import dev.weft.stats.Scalability.Fitted;
import dev.weft.stats.Scalability.LeftOut;
import dev.weft.stats.Scalability.Point;
import java.util.List;
import java.util.Locale;

/// How a mode scales over a sweep, in one sentence.
public record ScalabilityText(Sweep sweep) {
    /// The parameters of the Universal Scalability Law, or why it is left out.
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

    /// What the Universal Scalability Law makes of the sweep.
    public Scalability scalability() {
        return Scalability.fit(points());
    }

    private String peak(Fitted fitted) {
        // Beyond what was measured the law is a guess.
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
