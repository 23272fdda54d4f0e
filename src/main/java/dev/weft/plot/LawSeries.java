package dev.weft.plot;

import dev.weft.plan.ModeName;
import dev.weft.stats.ScalabilityLaw;
import java.awt.BasicStroke;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/// Layer with the curve of the Universal Scalability Law fitted to one mode.
///
/// @param from smallest fitted concurrency
/// @param to largest fitted concurrency
record LawSeries(
        ConcurrencyAxis axis, ModeName mode, ScalabilityLaw law, int from, int to, String legend)
        implements Layer {
    private static final int STEPS = 120;
    private static final float WIDTH = 1.1f;

    @Override
    public void add(XYChart chart, ValueRange range) {
        double[] concurrencies =
                IntStream.rangeClosed(0, STEPS)
                        .mapToDouble(
                                step -> from * Math.pow((double) to / from, (double) step / STEPS))
                        .toArray();
        double[] x = new double[concurrencies.length];
        double[] y = new double[concurrencies.length];
        for (int i = 0; i < concurrencies.length; i++) {
            x[i] = axis.position(concurrencies[i]);
            y[i] = range.within(law.throughput(concurrencies[i]));
        }
        XYSeries curve = Layer.line(chart, mode.label() + " law", x, y);
        curve.setShowInLegend(true);
        curve.setLabel(legend);
        curve.setLineColor(ModeStyle.of(mode).color());
        curve.setLineStyle(new BasicStroke(WIDTH));
    }

    @Override
    public Optional<End> end() {
        return Optional.empty();
    }
}
