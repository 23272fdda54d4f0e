package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GeometricMeanTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-8);

    static List<JsonNode> outside() {
        return Oracle.cases("geometricMeans");
    }

    @ParameterizedTest
    @MethodSource("outside")
    void agreesWithScipy(JsonNode expected) {
        Estimate mean = GeometricMean.of(Oracle.numbers(expected, "sample")).orElseThrow();

        assertThat(mean.value()).isCloseTo(Oracle.number(expected, "value"), ROUNDING);
        Interval interval = mean.interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(Oracle.number(expected, "low"), ROUNDING);
        assertThat(interval.high()).isCloseTo(Oracle.number(expected, "high"), ROUNDING);
    }

    @Test
    void aWiderConfidenceWidensTheInterval() {
        double[] sample = {9, 10, 12};

        Interval usual = GeometricMean.of(sample).orElseThrow().interval().orElseThrow();
        Interval wide = GeometricMean.of(sample, 0.99).orElseThrow().interval().orElseThrow();

        assertThat(usual.isWithin(wide)).isTrue();
        assertThat(wide.high()).isGreaterThan(usual.high());
    }

    @Test
    void aSingleValueHasNoInterval() {
        Estimate mean = GeometricMean.of(new double[] {7}).orElseThrow();

        assertThat(mean.value()).isCloseTo(7, within(1e-12));
        assertThat(mean.interval()).isEmpty();
    }

    @Test
    void equalValuesHaveAnIntervalWithoutWidth() {
        Interval interval =
                GeometricMean.of(new double[] {0.1, 0.1, 0.1})
                        .orElseThrow()
                        .interval()
                        .orElseThrow();

        assertThat(interval.low()).isEqualTo(interval.high()).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void anEmptySampleHasNoMean() {
        assertThat(GeometricMean.of(new double[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatHasNoLogarithm(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeometricMean.of(new double[] {1, value}))
                .withMessageContaining(String.valueOf(value));
    }
}
