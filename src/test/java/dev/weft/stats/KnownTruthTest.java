package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Side;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the statistics promise, held against 2,000 made-up experiments each.
class KnownTruthTest {
    private static final int EXPERIMENTS = 2_000;
    private static final int BLOCKS = 8;
    private static final double NOISE = 0.08;
    private static final VerdictFamily JUDGE = VerdictFamily.usual();

    /// Of the logarithm, where one trial of ten is slowed by 1 to 2, evenly: (2·ln 2 - 1) / 10.
    private static final double MEAN_WITH_SPIKES = (2 * Math.log(2) - 1) / 10;

    /// Of the same: where 0.9·Φ(m/0.08) + 0.1·∫Φ((m - ln(1+u))/0.08)du is a half.
    private static final double MEDIAN_WITH_SPIKES = 0.0102916652;

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 20})
    void anIntervalCoversTheMeanIn95Percent(int count) {
        MadeUpTimes times = MadeUpTimes.logNormal(1, NOISE);

        assertThat(share(() -> interval(times.sample(count, 500)).contains(500)))
                .isBetween(0.93, 0.97);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 20})
    void anIntervalCoversTheTypicalTimeUnderSpikes(int count) {
        MadeUpTimes times = MadeUpTimes.spiky(2, NOISE);
        double truth = 500 * Math.exp(MEDIAN_WITH_SPIKES);

        assertThat(share(() -> interval(times.sample(count, 500)).contains(truth)))
                .isBetween(0.93, 0.99);
    }

    /// A documented limit: few trials contain little information about rare events.
    @ParameterizedTest
    @ValueSource(ints = {8, 20})
    void anIntervalCoversTheMeanUnderSpikesLessOften(int count) {
        MadeUpTimes times = MadeUpTimes.spiky(2, NOISE);
        double truth = 500 * Math.exp(MEAN_WITH_SPIKES);

        assertThat(share(() -> interval(times.sample(count, 500)).contains(truth)))
                .isBetween(0.86, 0.93);
    }

    @Test
    void anIntervalCoversTheRatioIn95Percent() {
        MadeUpTimes times = MadeUpTimes.logNormal(3, NOISE);

        assertThat(share(() -> pair(times, 500, 400).interval().contains(1.25)))
                .isBetween(0.93, 0.97);
    }

    @Test
    void anIntervalCoversTheRatioUnderSpikes() {
        MadeUpTimes times = MadeUpTimes.spiky(4, NOISE);

        assertThat(share(() -> pair(times, 500, 400).interval().contains(1.25)))
                .isBetween(0.93, 0.99);
    }

    @Test
    void anIntervalCoversTheRatioOfIndependentSamples() {
        MadeUpTimes times = MadeUpTimes.logNormal(5, NOISE);
        MadeUpTimes noisier = MadeUpTimes.logNormal(6, 3 * NOISE);

        assertThat(
                        share(
                                () ->
                                        evidence(
                                                        LogRatio.independent(
                                                                times.sample(8, 500),
                                                                noisier.sample(5, 400)))
                                                .interval()
                                                .contains(1.25)))
                .isBetween(0.93, 0.97);
    }

    @Test
    void allThreeIntervalsOfEqualModesHoldTogether() {
        MadeUpTimes times = MadeUpTimes.logNormal(7, NOISE);

        assertThat(share(() -> differences(times, 500, 500, 500).isEmpty())).isGreaterThan(0.94);
    }

    @Test
    void thereIsHardlyEverAWinnerAmongEqualModesUnderSpikes() {
        MadeUpTimes times = MadeUpTimes.spiky(8, NOISE);

        assertThat(share(() -> !differences(times, 500, 500, 500).isEmpty())).isLessThan(0.06);
    }

    @Test
    void aPlantedThirtyPercentIsFound() {
        MadeUpTimes times = MadeUpTimes.logNormal(9, NOISE);

        assertThat(
                        share(
                                () ->
                                        differences(times, 500, 500, 650).stream()
                                                        .filter(pair -> pair.second() == 2)
                                                        .filter(KnownTruthTest::firstIsFaster)
                                                        .count()
                                                == 2))
                .isGreaterThan(0.9);
    }

    @Test
    void theSmallestDifferenceIsFoundInEightyPercent() {
        // The true one for this noise: 3.2698 standard errors of the difference of two logarithms.
        double smallest = Math.exp(3.26976 * NOISE * Math.sqrt(2.0 / BLOCKS));
        MadeUpTimes times = MadeUpTimes.logNormal(10, NOISE);

        assertThat(share(() -> pair(times, 500 * smallest, 500).isDifferent()))
                .isBetween(0.77, 0.83);
    }

    private static boolean firstIsFaster(Comparison<Integer> comparison) {
        return comparison.verdict() instanceof Different different
                && different.faster() == Side.FIRST;
    }

    private static double share(BooleanSupplier experiment) {
        long hits = IntStream.range(0, EXPERIMENTS).filter(_ -> experiment.getAsBoolean()).count();
        return (double) hits / EXPERIMENTS;
    }

    private static Interval interval(double[] sample) {
        return GeometricMean.of(sample).orElseThrow().interval().orElseThrow();
    }

    private static VerdictEvidence pair(MadeUpTimes times, double first, double second) {
        return Comparison.ofEveryPair(times.blocks(BLOCKS, first, second), JUDGE)
                .getFirst()
                .verdict()
                .basis()
                .orElseThrow();
    }

    private static VerdictEvidence evidence(LogRatio contrast) {
        return JUDGE.judge(contrast).basis().orElseThrow();
    }

    private static List<Comparison<Integer>> differences(MadeUpTimes times, double... middles) {
        return Comparison.ofEveryPair(times.blocks(BLOCKS, middles), JUDGE).stream()
                .filter(comparison -> comparison.verdict() instanceof Different)
                .toList();
    }
}
