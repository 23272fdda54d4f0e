package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class QuantilesTest {
    static List<JsonNode> outside() {
        return Oracle.cases("quantiles");
    }

    @ParameterizedTest
    @MethodSource("outside")
    void agreesWithNumpy(JsonNode expected) {
        assertThat(
                        Quantiles.quantile(
                                Oracle.numbers(expected, "sample"),
                                Oracle.number(expected, "share")))
                .isCloseTo(Oracle.number(expected, "value"), within(1e-9));
    }

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheMiddles() {
        assertThat(Quantiles.median(new double[] {9, 1, 4})).isEqualTo(4);
        assertThat(Quantiles.median(new double[] {4, 1, 9, 2})).isEqualTo(3);
    }

    @Test
    void takesInfiniteValuesAsTheyAre() {
        double infinity = Double.POSITIVE_INFINITY;

        assertThat(Quantiles.median(new double[] {1, infinity, infinity, infinity}))
                .isEqualTo(infinity);
    }

    @Test
    void leavesTheSampleAsItIs() {
        double[] sample = {3, 1, 2};

        Quantiles.median(sample);

        assertThat(sample).containsExactly(3, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAShareOutOfRange(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.quantile(new double[] {1}, share));
    }

    @Test
    void refusesAnEmptySampleAndNaN() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.median(new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.median(new double[] {1, Double.NaN}));
    }
}
