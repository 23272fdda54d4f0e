package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.Sweep;
import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.stats.ScalabilityLaw;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;

class ScalabilityCurvesTest {
    private static final ScalabilityLaw PLANTED = new ScalabilityLaw(50, 0.02, 0.0004);

    @Test
    void givesTheParametersThatWerePlanted() {
        Sweep sweep = sweep(1, 4, 16, 64, 256);

        assertThat(curveLegends(sweep)).containsExactly("σ 0.02, κ 0.0004, peak at 49");
        assertThat(ScalabilityCurves.of(List.of(sweep)).remarks())
                .containsExactly(
                        "Thin lines: the Universal Scalability Law; σ is contention, κ what each"
                                + " upload costs every other.");
    }

    @Test
    void doesNotNameAPeakBeyondWhatWasMeasured() {
        assertThat(curveLegends(sweep(1, 2, 4, 8)))
                .singleElement()
                .asString()
                .endsWith("no peak up to 8");
    }

    @Test
    void saysWhyThereIsNoCurve() {
        Sweep sweep = sweep(1, 4, 16);

        assertThat(curveLegends(sweep)).isEmpty();
        assertThat(ScalabilityCurves.of(List.of(sweep)).remarks())
                .containsExactly(
                        "No Universal Scalability Law for async: there are only 3 different"
                                + " concurrencies, and it needs 4.");
    }

    private static List<String> curveLegends(Sweep sweep) {
        Axis axis = Axis.ofConcurrency(List.of(ModeLine.ofThroughput(sweep)));
        LineChart chart = new LineChart("", axis, "", new ValueRange(0, 1_000), false);
        ScalabilityCurves.of(List.of(sweep)).addTo(chart, sweep);
        return chart.chart().getSeriesCollection().stream().map(XYSeries::getLabel).toList();
    }

    private static Sweep sweep(int... concurrencies) {
        List<PassRow> rows = new ArrayList<>();
        for (int concurrency : concurrencies) {
            Duration wall = Duration.ofNanos(Math.round(500e9 / PLANTED.throughput(concurrency)));
            rows.add(Passes.of(ModeName.ASYNC).concurrency(concurrency).wall(wall).row());
        }
        return Sweep.of(Analysis.of(rows)).getFirst();
    }
}
