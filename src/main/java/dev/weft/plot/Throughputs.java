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

/// Uploads a second of modes over concurrencies.
///
/// @param sweeps of the concurrent modes
/// @param sequential the sequential mode, which has no concurrency but 1
record Throughputs(List<Sweep> sweeps, Optional<Sweep> sequential) {
    Throughputs {
        sweeps = List.copyOf(sweeps);
    }

    /// Sorts sweeps out.
    static Throughputs of(List<Sweep> all) {
        return new Throughputs(
                all.stream().filter(sweep -> sweep.mode() != ModeName.SEQUENTIAL).toList(),
                all.stream().filter(sweep -> sweep.mode() == ModeName.SEQUENTIAL).findFirst());
    }

    /// A line for each mode.
    List<ModeLine> lines() {
        return sweeps.stream().map(ModeLine::ofThroughput).toList();
    }

    /// The ideal for all of them.
    IdealLine ideal() {
        return IdealLine.ofThroughput(sweeps);
    }

    /// What the Universal Scalability Law makes of them.
    ScalabilityCurves laws() {
        return ScalabilityCurves.of(sweeps);
    }

    /// All in one pair of axes.
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
                        // Over a logarithm, throughput lies low on the left, and its logarithm high
                        // on the right.
                        logarithmic ? LegendPosition.InsideSE : LegendPosition.InsideNW));
    }

    private static ModeSeries series(ConcurrencyAxis axis, ModeLine line, ModeSummary knee) {
        int enough = knee.setting().concurrency();
        String form =
                enough < line.last().at()
                        ? "%s: %,d at once are enough"
                        : "%s: best with %,d at once, the most measured";
        return new ModeSeries(
                axis,
                line,
                OptionalInt.of(enough),
                form.formatted(line.mode().label(), enough),
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

    /// As the table of a run writes it.
    private static String rate(double value) {
        return " %,.0f/s".formatted(value);
    }
}
