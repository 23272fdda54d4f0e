package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class TheilSenTest {
    static List<JsonNode> outside() {
        return Oracle.cases("theilSen");
    }

    @ParameterizedTest
    @MethodSource("outside")
    void agreesWithScipy(JsonNode expected) {
        double[] logarithms =
                Arrays.stream(Oracle.numbers(expected, "values")).map(Math::log).toArray();

        TheilSen fit = TheilSen.of(logarithms, 0.95);

        assertThat(fit.slope()).isCloseTo(Oracle.number(expected, "slope"), within(1e-12));
        assertThat(fit.interval().low()).isCloseTo(Oracle.number(expected, "low"), within(1e-12));
        assertThat(fit.interval().high()).isCloseTo(Oracle.number(expected, "high"), within(1e-12));
    }

    @Test
    void aWildValueDoesNotMoveTheSlope() {
        assertThat(TheilSen.of(new double[] {0, 2, 4, 600, 8, 10, 12}, 0.95).slope()).isEqualTo(2);
    }

    @Test
    void equalValuesHaveNoSlope() {
        assertThat(TheilSen.of(new double[] {7, 7, 7, 7, 7}, 0.95))
                .isEqualTo(new TheilSen(0, new Interval(0, 0)));
    }
}
