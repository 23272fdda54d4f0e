package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.stats.Interval;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueRangeTest {
    private static final IdealLine NO_IDEAL = new IdealLine(List.of());

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hasRoomForEveryPassAndModerateBar(boolean logarithmic) {
        List<ModeLine> lines = lines(new Interval(0.8, 1.4), 0.9, 1.2);

        ValueRange range = ValueRange.of(lines, NO_IDEAL, logarithmic);

        assertThat(range.low()).isLessThan(0.8);
        assertThat(range.high()).isGreaterThan(1.4);
        assertThat(range.cutsOffBars(lines)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cutsOffABarBesideWhichNothingElseCouldBeTold(boolean logarithmic) {
        List<ModeLine> lines = lines(new Interval(0, Double.POSITIVE_INFINITY), 0.9, 1.2);

        ValueRange range = ValueRange.of(lines, NO_IDEAL, logarithmic);

        assertThat(range.high()).isBetween(1.2, 2.5);
        assertThat(range.clamp(Double.POSITIVE_INFINITY)).isEqualTo(range.high());
        assertThat(range.cutsOffBars(lines)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hasRoomForAnIdealThatIsNotFarAbove(boolean logarithmic) {
        IdealLine ideal =
                new IdealLine(List.of(new IdealLine.Point(64, 1.5, new Interval(1.4, 1.7))));

        ValueRange range = ValueRange.of(lines(new Interval(0.9, 1.1), 1, 1.2), ideal, logarithmic);

        assertThat(range.high()).isGreaterThan(1.7);
    }

    private static List<ModeLine> lines(Interval bar, double... passes) {
        List<Double> all = Arrays.stream(passes).boxed().toList();
        return List.of(
                new ModeLine(
                        ModeName.ASYNC, List.of(new ModeLine.Point(64, "a.zip", 1, bar, 2, all))));
    }
}
