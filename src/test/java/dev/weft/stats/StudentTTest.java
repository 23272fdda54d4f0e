package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class StudentTTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-8);
    private static final double POWER = 0.8;

    static List<JsonNode> student() {
        return Oracle.cases("student");
    }

    static List<JsonNode> power() {
        return Oracle.cases("power");
    }

    @ParameterizedTest
    @MethodSource("student")
    void agreesWithScipy(JsonNode expected) {
        StudentT distribution = new StudentT(Oracle.number(expected, "degreesOfFreedom"));

        assertThat(distribution.critical(Oracle.number(expected, "level")))
                .isCloseTo(Oracle.number(expected, "critical"), ROUNDING);
        assertThat(distribution.twoSided(2))
                .isEqualTo(distribution.twoSided(-2))
                .isCloseTo(Oracle.number(expected, "twoSidedOfTwo"), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("power")
    void powerAgreesWithScipysNoncentralT(JsonNode expected) {
        double degreesOfFreedom = Oracle.number(expected, "degreesOfFreedom");
        double critical = new StudentT(degreesOfFreedom).critical(Oracle.number(expected, "level"));

        assertThat(new TestPower(degreesOfFreedom, critical).noncentrality(POWER))
                .isCloseTo(
                        Oracle.number(expected, "noncentrality"), Percentage.withPercentage(1e-3));
    }
}
