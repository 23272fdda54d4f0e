package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ScalabilityText;
import dev.weft.analysis.Sweep;
import dev.weft.plan.ModeName;
import dev.weft.stats.Scalability;
import dev.weft.stats.Scalability.Fitted;
import dev.weft.stats.Scalability.LeftOut;
import dev.weft.stats.ScalabilityLaw;
import java.awt.BasicStroke;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.knowm.xchart.XYSeries;

/// Fits of the Universal Scalability Law to the sweeps of modes.
record ScalabilityCurves(SortedMap<ModeName, Scalability> modes) {
    private static final String LAW = "Universal Scalability Law";
    private static final int STEPS = 120;
    private static final BasicStroke LINE = new BasicStroke(1.1f);

    /// Fits the law to each sweep, to the mean over JVMs at each concurrency.
    static ScalabilityCurves of(List<Sweep> sweeps) {
        SortedMap<ModeName, Scalability> modes = new TreeMap<>();
        sweeps.forEach(sweep -> modes.put(sweep.mode(), new ScalabilityText(sweep).scalability()));
        return new ScalabilityCurves(modes);
    }

    /// Adds the curve of a sweep to a chart. Adds nothing if the law does not fit.
    void addTo(LineChart chart, Sweep sweep) {
        if (modes.get(sweep.mode()) instanceof Fitted(ScalabilityLaw law, double _, double _)) {
            int from = sweep.points().firstKey();
            int to = sweep.points().lastKey();
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            for (int step = 0; step <= STEPS; step++) {
                double concurrency = from * Math.pow((double) to / from, (double) step / STEPS);
                x.add(chart.axis().position(concurrency));
                y.add(chart.range().clamp(law.throughput(concurrency)));
            }
            String name = sweep.mode().label() + " law";
            Color color = ModeStyle.of(sweep.mode()).color();
            XYSeries curve = ChartStyle.addLine(chart.chart(), name, color, LINE, x, y);
            curve.setShowInLegend(true);
            curve.setLabel(parameters(law, to));
        }
    }

    /// Returns the remarks below the title: the meaning of the curves, and why some modes have
    /// none.
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        Map<String, List<String>> modesByReason = new LinkedHashMap<>();
        if (modes.values().stream().anyMatch(Fitted.class::isInstance)) {
            remarks.add(
                    "Thin lines: the %s; \u03c3 is contention, \u03ba what each upload costs every other."
                            .formatted(LAW));
        }
        modes.forEach(
                (mode, scalability) -> {
                    if (scalability instanceof LeftOut(String reason)) {
                        modesByReason
                                .computeIfAbsent(reason, _ -> new ArrayList<>())
                                .add(mode.label());
                    }
                });
        modesByReason.forEach(
                (reason, names) ->
                        remarks.add(
                                "No %s for %s: %s."
                                        .formatted(LAW, String.join(", ", names), reason)));
        return remarks;
    }

    /// Returns the parameters of the law. Beyond the measured range the law is a guess, so the text
    /// gives no peak there.
    static String parameters(ScalabilityLaw law, int largestMeasured) {
        double peak = law.peakConcurrency().orElse(Double.POSITIVE_INFINITY);
        return "\u03c3 %s, \u03ba %s, %s"
                .formatted(
                        twoDigits(law.sigma()),
                        twoDigits(law.kappa()),
                        peak > largestMeasured
                                ? "no peak up to %,d".formatted(largestMeasured)
                                : "peak at %,.0f".formatted(peak));
    }

    /// Formats a value with two significant digits: `0`, `0.031`, `0.00012`.
    private static String twoDigits(double value) {
        return FigureFormat.plain(new BigDecimal(value).round(new MathContext(2)).doubleValue());
    }
}
