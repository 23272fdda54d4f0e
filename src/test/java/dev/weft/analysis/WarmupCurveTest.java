package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.analysis.WarmupCurve.Point;
import dev.weft.plan.ModeName;
import dev.weft.plan.WarmupPolicy;
import dev.weft.record.PassRow;
import dev.weft.record.WarmupFile.WarmupRow;
import dev.weft.record.WarmupResult.WarmupSummary;
import dev.weft.testing.Passes;
import dev.weft.testing.WarmupSlices;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WarmupCurveTest {
    private static final PassRow ONE = Passes.of(ModeName.ASYNC).trial("t1", 1).row();
    private static final PassRow TWO = Passes.of(ModeName.ASYNC).trial("t2", 2).row();
    private static final PassRow THREE = Passes.of(ModeName.ASYNC).trial("t3", 3).row();

    @Test
    void dividesByTheUploadsOfTheSlice() {
        WarmupCurve curve = curve(List.of(ONE), WarmupSlices.of(ONE, 4));

        assertThat(curve.points().getFirst().get(1))
                .isEqualTo(
                        new Point(2_200, true, OptionalDouble.of(1), 0.5, OptionalDouble.of(0.5)));
    }

    @Test
    void takesTheMedianOfEachSliceOverJvmsWithAndWithoutLatency() {
        List<WarmupRow> slices = new ArrayList<>(WarmupSlices.of(ONE, 2));
        slices.addAll(WarmupSlices.of(TWO, 4));

        List<Point> medians = curve(List.of(ONE, TWO), slices).medians();

        assertThat(medians.stream().map(Point::undelayed))
                .containsExactly(true, true, true, true, false, false);
        assertThat(medians.stream().map(Point::uploads))
                .containsExactly(1_200.0, 2_200.0, 3_200.0, 4_200.0, 4_200.0, 5_200.0);
        assertThat(medians.get(4).wallMillis()).isEqualTo(1);
    }

    @Test
    void leavesSlicesOutThatFewerThanHalfOfTheJvmsMade() {
        List<WarmupRow> slices = new ArrayList<>(WarmupSlices.of(ONE, 2));
        slices.addAll(WarmupSlices.of(TWO, 2));
        slices.addAll(WarmupSlices.of(THREE, 9));

        assertThat(curve(List.of(ONE, TWO, THREE), slices).medians()).hasSize(2 + 2);
    }

    @Test
    void isSteadyAtTheMedianOfTheJvmsThatWere() {
        List<WarmupRow> slices = new ArrayList<>(WarmupSlices.of(ONE, 1));
        slices.addAll(WarmupSlices.of(TWO, 2));
        slices.addAll(WarmupSlices.of(THREE, 20).subList(0, 20));

        WarmupCurve curve = curve(List.of(ONE, TWO, THREE), slices);

        WarmupCurve.Steady steady = curve.steady().orElseThrow();
        assertThat(steady.jvms()).isEqualTo(2);
        assertThat(steady.point().uploads()).isEqualTo((3_200 + 4_200) / 2.0);
        // One slice of 1 s without latency, or such a one and another of 0.5 s; then two of 1 s.
        assertThat(steady.seconds()).isCloseTo((3.0 + 3.5) / 2, within(1e-9));
        assertThat(curve.summary()).contains("3,700", "3.25 s", "2 of 3");
    }

    @Test
    void saysWhetherASteadyStateWasLookedFor() {
        List<WarmupRow> slices = WarmupSlices.of(ONE, 3).subList(0, 3);
        PassRow steady = Passes.of(ModeName.ASYNC).trial("t1", 1).steady().row();
        PassRow fixed =
                Passes.of(ModeName.ASYNC)
                        .trial("t1", 1)
                        .warmup(WarmupSummary.before(new WarmupPolicy.Fixed(3_000)))
                        .row();

        assertThat(curve(List.of(steady), slices).summary()).contains("not steady", "3,200");
        assertThat(curve(List.of(fixed), slices).summary()).contains("fixed", "3,200");
    }

    @Test
    void hasACurveForEachModeAndSetting() {
        PassRow other = Passes.of(ModeName.ASYNC).files(100).trial("t2", 2).row();
        PassRow mode = Passes.of(ModeName.VIRTUAL).trial("t3", 3).row();
        List<WarmupRow> slices = new ArrayList<>(WarmupSlices.of(ONE, 2));
        slices.addAll(WarmupSlices.of(other, 2));
        slices.addAll(WarmupSlices.of(mode, 2));
        slices.addAll(WarmupSlices.of(Passes.of(ModeName.ASYNC).trial("of another", 9).row(), 2));

        List<WarmupCurve> curves = WarmupCurve.of(List.of(mode, ONE, ONE, other), slices);

        assertThat(curves.stream().map(WarmupCurve::setting))
                .containsExactly(
                        BenchmarkCase.of(other), BenchmarkCase.of(ONE), BenchmarkCase.of(ONE));
        assertThat(curves.stream().map(WarmupCurve::mode))
                .containsExactly(ModeName.ASYNC, ModeName.ASYNC, ModeName.VIRTUAL);
        assertThat(curves).allSatisfy(curve -> assertThat(curve.jvms()).hasSize(1));
    }

    private static WarmupCurve curve(List<PassRow> rows, List<WarmupRow> slices) {
        List<WarmupCurve> curves = WarmupCurve.of(rows, slices);
        assertThat(curves).hasSize(1);
        return curves.getFirst();
    }
}
