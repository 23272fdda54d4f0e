package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class VarianceComponentsTest {
    private static final int EXPERIMENTS = 2_000;
    private static final int[] EQUAL = {5, 5, 5, 5, 5, 5, 5, 5};
    private static final int[] UNEQUAL = {5, 5, 2, 5, 1, 5, 4, 3};

    static List<JsonNode> outside() {
        return Oracle.cases("varianceComponents");
    }

    @ParameterizedTest
    @MethodSource("outside")
    void agreesWithTheMeanSquaresOfStatsmodels(JsonNode expected) {
        VarianceComponents found = VarianceComponents.of(sequences(expected)).orElseThrow();

        assertThat(found.between()).isCloseTo(Oracle.number(expected, "between"), within(1e-12));
        if (expected.required("within").isNull()) {
            assertThat(found.within()).isEmpty();
        } else {
            assertThat(found.within())
                    .hasValueCloseTo(Oracle.number(expected, "within"), within(1e-12));
        }
        if (!expected.required("bestLength").isNull()) {
            assertThat(found.bestLength(Oracle.number(expected, "costRatio")))
                    .hasValue(Oracle.number(expected, "bestLength"));
        }
    }

    /// Another way to estimate the same, which agrees for sequences of equal length.
    @ParameterizedTest
    @MethodSource("outside")
    void agreesWithTheRestrictedLikelihoodOfStatsmodels(JsonNode expected) {
        JsonNode likelihood = expected.required("reml");
        if (!likelihood.isNull()) {
            VarianceComponents found = VarianceComponents.of(sequences(expected)).orElseThrow();

            assertThat(found.between())
                    .isCloseTo(
                            Oracle.number(likelihood, "between"), Percentage.withPercentage(0.1));
            assertThat(found.within().orElseThrow())
                    .isCloseTo(Oracle.number(likelihood, "within"), Percentage.withPercentage(0.1));
        }
    }

    @Test
    void theOracleHasCasesOfBothEstimates() {
        assertThat(outside()).filteredOn(one -> !one.required("reml").isNull()).hasSize(3);
    }

    @Test
    void findsThePlantedDeviations() {
        assertThat(meanSquare(EQUAL, VarianceComponents::between))
                .isCloseTo(0.05, Percentage.withPercentage(3));
        assertThat(meanSquare(EQUAL, found -> found.within().orElseThrow()))
                .isCloseTo(0.03, Percentage.withPercentage(2));
    }

    @Test
    void findsThePlantedDeviationsWithUnequalNumbersOfTimes() {
        assertThat(meanSquare(UNEQUAL, VarianceComponents::between))
                .isCloseTo(0.05, Percentage.withPercentage(3));
        assertThat(meanSquare(UNEQUAL, found -> found.within().orElseThrow()))
                .isCloseTo(0.03, Percentage.withPercentage(2));
    }

    /// The probability that F with 7 and 32 degrees of freedom is below 1: 0.551.
    @Test
    void ofSequencesWithoutADifferenceHalfOfTheExperimentsShowNone() {
        MadeUpTimes times = MadeUpTimes.logNormal(21, 0.03);

        long none =
                IntStream.range(0, EXPERIMENTS)
                        .mapToObj(_ -> IntStream.range(0, 8).mapToObj(_ -> times.sample(5, 500)))
                        .map(sequences -> VarianceComponents.of(sequences.toList()).orElseThrow())
                        .filter(found -> found.between() == 0)
                        .count();

        assertThat((double) none / EXPERIMENTS).isCloseTo(0.551, within(0.03));
    }

    @Test
    void anUnbiasedVarianceTakesTheNoiseOfTheMeansAway() {
        double e = Math.E;
        VarianceComponents found =
                VarianceComponents.of(
                                List.of(
                                        new double[] {1, Math.exp(2)},
                                        new double[] {Math.exp(4), Math.exp(6)}))
                        .orElseThrow();

        assertThat(found.within()).as("√2: of 0 and 2").hasValueCloseTo(1.414214, within(1e-6));
        assertThat(found.between())
                .as("of means 1 and 5 the variance is 8, less 2/2")
                .isCloseTo(Math.sqrt(7), within(1e-12));
        assertThat(found.sequences()).isEqualTo(2);
        assertThat(found.times()).isEqualTo(4);
        assertThat(VarianceComponents.of(List.of(new double[] {1, e}, new double[] {e, 1})))
                .as("equal means differ by less than their noise")
                .get()
                .extracting(VarianceComponents::between)
                .isEqualTo(0.0);
    }

    @Test
    void thereIsNoDifferenceWithFewerThanTwoSequences() {
        assertThat(VarianceComponents.of(List.of())).isEmpty();
        assertThat(VarianceComponents.of(List.of(new double[] {1, 2}, new double[0]))).isEmpty();
    }

    @Test
    void singleTimesDoNotTellWhatLiesWithin() {
        VarianceComponents found =
                VarianceComponents.of(List.of(new double[] {1}, new double[] {Math.E}))
                        .orElseThrow();

        assertThat(found.within()).isEmpty();
        assertThat(found.between()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(found.bestLength(10)).isEmpty();
    }

    /// The variance of the mean is (between² + within²/n) / sequences, at a cost of (ratio + n)
    /// each.
    @Test
    void theBestLengthNeedsTheLeastTimeForAnInterval() {
        VarianceComponents found = new VarianceComponents(0.01, OptionalDouble.of(0.03), 8, 40);

        double best = found.bestLength(9).orElseThrow();

        assertThat(best).isEqualTo(9);
        assertThat(effort(best)).isLessThan(effort(best - 1)).isLessThan(effort(best + 1));
    }

    private static double effort(double length) {
        return (0.01 * 0.01 + 0.03 * 0.03 / length) * (9 + length);
    }

    @Test
    void theBestLengthIsAWholeNumberOfAtLeastOne() {
        assertThat(new VarianceComponents(0.1, OptionalDouble.of(0.01), 8, 40).bestLength(16))
                .hasValue(1);
        assertThat(new VarianceComponents(0.1, OptionalDouble.of(0.11), 8, 40).bestLength(1))
                .hasValue(2);
    }

    @Test
    void withoutADifferenceBetweenSequencesLengthHasNoLimit() {
        assertThat(new VarianceComponents(0, OptionalDouble.of(0.01), 8, 40).bestLength(16))
                .hasValue(Double.POSITIVE_INFINITY);
        assertThat(new VarianceComponents(0, OptionalDouble.of(0), 8, 40).bestLength(16))
                .as("and one time says it all where there is no noise")
                .hasValue(1);
    }

    @Test
    void refusesWhatHasNoLogarithmAndNoCost() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> VarianceComponents.of(List.of(new double[] {1, 0}, new double[1])));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new VarianceComponents(0, OptionalDouble.of(0), 2, 4).bestLength(0));
    }

    /// The square root of the mean square over experiments, where 5% lies between and 3% within.
    private static double meanSquare(
            int[] lengths, ToDoubleFunction<VarianceComponents> deviation) {
        MadeUpTimes between = MadeUpTimes.logNormal(22, 0.05);
        MadeUpTimes within = MadeUpTimes.logNormal(23, 0.03);
        return Math.sqrt(
                IntStream.range(0, EXPERIMENTS)
                        .mapToObj(_ -> experiment(lengths, between, within))
                        .mapToDouble(deviation)
                        .map(value -> value * value)
                        .average()
                        .orElseThrow());
    }

    private static VarianceComponents experiment(
            int[] lengths, MadeUpTimes between, MadeUpTimes within) {
        return VarianceComponents.of(
                        Arrays.stream(lengths)
                                .mapToObj(
                                        length -> within.sample(length, between.sample(1, 500)[0]))
                                .toList())
                .orElseThrow();
    }

    private static List<double[]> sequences(JsonNode expected) {
        return expected.required("sequences")
                .valueStream()
                .map(times -> times.valueStream().mapToDouble(JsonNode::doubleValue).toArray())
                .toList();
    }
}
