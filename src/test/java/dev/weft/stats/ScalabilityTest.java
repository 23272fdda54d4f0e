package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.weft.stats.Scalability.Fitted;
import dev.weft.stats.Scalability.LeftOut;
import dev.weft.stats.Scalability.Point;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ScalabilityTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-7);

    static List<JsonNode> outside() {
        return Oracle.cases("scalability");
    }

    @ParameterizedTest
    @MethodSource("outside")
    void agreesWithNonNegativeLeastSquaresOfScipy(JsonNode expected) {
        Fitted fit = fitted(expected);

        assertThat(fit.law().lambda()).isCloseTo(Oracle.number(expected, "lambda"), ROUNDING);
        assertThat(fit.law().sigma()).isCloseTo(Oracle.number(expected, "sigma"), within(1e-9));
        assertThat(fit.law().kappa()).isCloseTo(Oracle.number(expected, "kappa"), within(1e-11));
        assertThat(fit.rSquared()).isCloseTo(Oracle.number(expected, "rSquared"), within(1e-9));
        assertThat(fit.largestResidual())
                .isCloseTo(Oracle.number(expected, "largestResidual"), within(1e-9));
    }

    /// Which minimizes residuals relative to X rather than to C/X: the same but for their squares.
    @ParameterizedTest
    @MethodSource("outside")
    void isNearTheCurveFitOfScipy(JsonNode expected) {
        ScalabilityLaw law = fitted(expected).law();
        JsonNode near = expected.required("curveFit");
        ScalabilityLaw other =
                new ScalabilityLaw(
                        Oracle.number(near, "lambda"),
                        Oracle.number(near, "sigma"),
                        Oracle.number(near, "kappa"));

        for (double concurrency : Oracle.numbers(expected, "concurrencies")) {
            assertThat(law.throughput(concurrency))
                    .isCloseTo(other.throughput(concurrency), Percentage.withPercentage(1));
        }
    }

    @Test
    void findsTheLawBehindExactPoints() {
        ScalabilityLaw truth = new ScalabilityLaw(50, 0.02, 0.0001);

        Fitted fit = (Fitted) ScalabilityFit.of(sweep(8, truth::throughput));

        assertThat(fit.law().lambda()).isCloseTo(50, ROUNDING);
        assertThat(fit.law().sigma()).isCloseTo(0.02, ROUNDING);
        assertThat(fit.law().kappa()).isCloseTo(0.0001, ROUNDING);
        assertThat(fit.rSquared()).isCloseTo(1, within(1e-12));
        assertThat(fit.largestResidual()).isCloseTo(0, within(1e-12));
    }

    @Test
    void throughputThatGrowsFasterThanConcurrencyHasNeitherContentionNorCoherency() {
        Fitted fit = (Fitted) ScalabilityFit.of(sweep(4, c -> 50 * c * (1 + 0.02 * Math.log(c))));

        assertThat(fit.law().sigma()).isZero();
        assertThat(fit.law().kappa()).isZero();
        assertThat(fit.law().peakConcurrency()).isEmpty();
    }

    @Test
    void isLeftOutForFewerThanFourConcurrencies() {
        List<Point> sweep =
                List.of(new Point(1, 50), new Point(1, 51), new Point(2, 99), new Point(4, 180));

        assertThat(ScalabilityFit.of(sweep))
                .isEqualTo(new LeftOut("there are only 3 different concurrencies, and it needs 4"));
        assertThat(ScalabilityFit.of(List.of()))
                .isEqualTo(new LeftOut("there are only 0 different concurrencies, and it needs 4"));
    }

    @Test
    void isLeftOutWhereThroughputStopsAtASharpLimit() {
        Scalability fit = ScalabilityFit.of(sweep(8, c -> Math.min(48.0 * c, 700)));

        assertThat(fit)
                .isEqualTo(
                        new LeftOut(
                                "the throughput at concurrency 16 is 27% off the curve, and more"
                                        + " than 20% is no fit"));
    }

    @Test
    void isLeftOutWhereNothingChanges() {
        assertThat(ScalabilityFit.of(sweep(4, _ -> 50)))
                .isEqualTo(new LeftOut("the throughput is the same at every concurrency"));
    }

    @Test
    void refusesPointsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(1, Double.NaN));
    }

    private static Fitted fitted(JsonNode expected) {
        double[] concurrencies = Oracle.numbers(expected, "concurrencies");
        double[] throughputs = Oracle.numbers(expected, "throughputs");
        List<Point> sweep =
                IntStream.range(0, concurrencies.length)
                        .mapToObj(i -> new Point((int) concurrencies[i], throughputs[i]))
                        .toList();
        assertThat(ScalabilityFit.of(sweep)).isInstanceOf(Fitted.class);
        return (Fitted) ScalabilityFit.of(sweep);
    }

    /// At 1, 2, 4 and so on.
    private static List<Point> sweep(int doublings, IntToDoubleFunction throughput) {
        return IntStream.rangeClosed(0, doublings)
                .map(doubling -> 1 << doubling)
                .mapToObj(
                        concurrency ->
                                new Point(concurrency, throughput.applyAsDouble(concurrency)))
                .toList();
    }
}
