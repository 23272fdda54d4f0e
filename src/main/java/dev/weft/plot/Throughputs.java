package dev.weft.plot;

import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.Sweep;
import dev.weft.plan.ModeName;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.knowm.xchart.style.Styler.LegendPosition;

/// Uploads per second of the modes against concurrency.
///
/// @param sweeps of the concurrent modes
/// @param sequential sweep of the sequential mode, whose only concurrency is 1
record Throughputs(List<Sweep> sweeps, Optional<Sweep> sequential) {
    Throughputs {
        sweeps = List.copyOf(sweeps);
    }

    /// Separates the sequential sweep from the concurrent ones.
    static Throughputs of(List<Sweep> all) {
        return new Throughputs(
                all.stream().filter(sweep -> sweep.mode() != ModeName.SEQUENTIAL).toList(),
                all.stream().filter(sweep -> sweep.mode() == ModeName.SEQUENTIAL).findFirst());
    }

    /// Returns a line for each concurrent mode.
    List<ModeLine> lines() {
        return sweeps.stream().map(ModeLine::ofThroughput).toList();
    }

    /// Returns the ideal of all modes.
    IdealLine ideal() {
        return IdealLine.ofThroughput(sweeps);
    }

    /// Returns the fits of the Universal Scalability Law.
    ScalabilityCurves laws() {
        return ScalabilityCurves.of(sweeps);
    }

    /// Returns the panel with all lines.
    Panel panel(boolean logarithmic) {
        List<ModeLine> lines = lines();
        ConcurrencyAxis axis = ConcurrencyAxis.of(lines);
        IdealLine ideal = ideal();
        List<Layer> layers = new ArrayList<>();
        sequential.ifPresent(sweep -> layers.add(level(axis, sweep)));
        layers.add(new IdealSeries(axis, ideal, idealText(ideal)));
        for (int i = 0; i < lines.size(); i++) {
            layers.add(series(axis, lines.get(i), sweeps.get(i).knee()));
            laws().series(axis, sweeps.get(i)).ifPresent(layers::add);
        }
        return new Panel(
                "",
                axis,
                "uploads a second",
                ValueRange.of(lines, ideal, logarithmic),
                logarithmic,
                layers,
                Optional.of(
                        // The free corner: throughput is low on the left, its logarithm is high on
                        // the right.
                        logarithmic ? LegendPosition.InsideSE : LegendPosition.InsideNW));
    }

    private static ModeSeries series(ConcurrencyAxis axis, ModeLine line, ModeSummary knee) {
        int sufficient = knee.setting().concurrency();
        String format =
                sufficient < line.last().at()
                        ? "%s: %,d at once are enough"
                        : "%s: best with %,d at once, the most measured";
        return new ModeSeries(
                axis,
                line,
                OptionalInt.of(sufficient),
                format.formatted(line.mode().label(), sufficient),
                line.mode().label() + rate(line.last().mark().value()));
    }

    private static LevelSeries level(ConcurrencyAxis axis, Sweep sweep) {
        ModeLine line = ModeLine.ofThroughput(sweep);
        double value = line.last().mark().value();
        Color color = ModeStyle.of(sweep.mode()).color();
        return new LevelSeries(axis, line.mode().label(), color, value, "sequential" + rate(value));
    }

    private static String idealText(IdealLine ideal) {
        return ideal.points().isEmpty() ? "" : "ideal" + rate(ideal.points().getLast().value());
    }

    /// Formats a rate like the table of a run.
    private static String rate(double value) {
        return " %,.0f/s".formatted(value);
    }
}
