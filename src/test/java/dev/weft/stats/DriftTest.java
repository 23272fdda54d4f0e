package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTest {
    private static final int EXPERIMENTS = 2_000;

    @Test
    void aSteadyFallIsADriftOverTheWholeSequence() {
        Drift drift = Drift.over(new double[] {1600, 800, 400, 200, 100}).orElseThrow();

        assertThat(drift.ratio()).isCloseTo(1.0 / 16, within(1e-12));
        assertThat(drift.interval().high()).isCloseTo(1.0 / 16, within(1e-12));
        assertThat(drift.count()).isEqualTo(5);
        assertThat(drift.isBeyondNoise()).isTrue();
    }

    @Test
    void timesThatGoUpAndDownDoNotDrift() {
        Drift drift = Drift.over(new double[] {100, 103, 99, 101, 97, 102, 100}).orElseThrow();

        assertThat(drift.isBeyondNoise()).isFalse();
        assertThat(drift.interval().contains(drift.ratio())).isTrue();
    }

    @Test
    void whatSeveralShortSequencesHaveInCommonIsADrift() {
        Drift drift =
                Drift.inCommon(
                                List.of(
                                        new double[] {100, 90, 81},
                                        new double[] {200, 180, 164},
                                        new double[] {50, 46, 41}))
                        .orElseThrow();

        assertThat(drift.ratio()).isCloseTo(0.81, within(0.01));
        assertThat(drift.isBeyondNoise()).isTrue();
        assertThat(drift.count()).isEqualTo(3);
    }

    @Test
    void sequencesThatDisagreeHaveNoDriftInCommon() {
        Drift drift =
                Drift.inCommon(
                                List.of(
                                        new double[] {100, 120},
                                        new double[] {100, 85},
                                        new double[] {100, 102},
                                        new double[] {100, 99}))
                        .orElseThrow();

        assertThat(drift.isBeyondNoise()).isFalse();
    }

    @Test
    void fewSequencesOrSinglePassesSayNothing() {
        assertThat(Drift.inCommon(List.of(new double[] {2, 1}, new double[] {2, 1}))).isEmpty();
        assertThat(Drift.inCommon(List.of(new double[] {2}, new double[] {2}, new double[] {2})))
                .isEmpty();
    }

    @Test
    void equalTimesDoNotDrift() {
        assertThat(Drift.over(new double[] {5, 5, 5, 5, 5, 5}))
                .contains(new Drift(1, new Interval(1, 1), 6));
    }

    @Test
    void fewerThanFiveTimesSayNothing() {
        assertThat(Drift.over(new double[] {400, 300, 200, 100})).isEmpty();
        assertThat(Drift.over(new double[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 10, 25})
    void noiseAloneIsHardlyEverADrift(int count) {
        MadeUpTimes times = MadeUpTimes.spiky(12, 0.08);

        assertThat(IntStream.range(0, EXPERIMENTS).filter(_ -> drifts(times.sample(count, 500))))
                .hasSizeLessThan(EXPERIMENTS * 6 / 100);
    }

    @Test
    void aTrendThatIsLargeAgainstTheNoiseIsFound() {
        MadeUpTimes times = MadeUpTimes.logNormal(13, 0.02);

        assertThat(
                        IntStream.range(0, EXPERIMENTS)
                                .filter(_ -> drifts(falling(times.sample(10, 500)))))
                .hasSizeGreaterThan(EXPERIMENTS * 9 / 10);
    }

    @Test
    void refusesTimesWithoutALogarithm() {
        assertThatIllegalArgumentException().isThrownBy(() -> Drift.over(new double[] {1, 0}));
    }

    private static boolean drifts(double[] times) {
        return Drift.over(times).orElseThrow().isBeyondNoise();
    }

    /// By 1% from one to the next.
    private static double[] falling(double[] times) {
        return IntStream.range(0, times.length)
                .mapToDouble(i -> times[i] * Math.pow(0.99, i))
                .toArray();
    }
}
