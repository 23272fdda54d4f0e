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

class ScalabilityCurvesTest {
    private static final ScalabilityLaw PLANTED = new ScalabilityLaw(50, 0.02, 0.0004);

    @Test
    void givesTheParametersThatWerePlanted() {
        Sweep sweep = sweep(1, 4, 16, 64, 256);
        ConcurrencyAxis axis = ConcurrencyAxis.of(List.of(ModeLine.ofThroughput(sweep)));

        ScalabilityCurves laws = ScalabilityCurves.of(List.of(sweep));

        assertThat(laws.series(axis, sweep))
                .hasValueSatisfying(
                        layer ->
                                assertThat(((LawSeries) layer).legend())
                                        .isEqualTo("σ 0.02, κ 0.0004, peak at 49"));
        assertThat(laws.remarks())
                .containsExactly(
                        "Thin lines: the Universal Scalability Law; σ is contention, κ what each"
                                + " upload costs every other.");
    }

    @Test
    void doesNotNameAPeakBeyondWhatWasMeasured() {
        Sweep sweep = sweep(1, 2, 4, 8);
        ConcurrencyAxis axis = ConcurrencyAxis.of(List.of(ModeLine.ofThroughput(sweep)));

        assertThat(ScalabilityCurves.of(List.of(sweep)).series(axis, sweep))
                .hasValueSatisfying(
                        layer ->
                                assertThat(((LawSeries) layer).legend())
                                        .endsWith("no peak up to 8"));
    }

    @Test
    void saysWhyThereIsNoCurve() {
        Sweep sweep = sweep(1, 4, 16);
        ConcurrencyAxis axis = ConcurrencyAxis.of(List.of(ModeLine.ofThroughput(sweep)));

        ScalabilityCurves laws = ScalabilityCurves.of(List.of(sweep));

        assertThat(laws.series(axis, sweep)).isEmpty();
        assertThat(laws.remarks())
                .containsExactly(
                        "No Universal Scalability Law for async: there are only 3 different"
                                + " concurrencies, and it needs 4.");
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
