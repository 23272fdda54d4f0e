package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalabilityLawTest {
    @Test
    void givesTheThroughputOfTheFormula() {
        ScalabilityLaw law = new ScalabilityLaw(50, 0.1, 0.01);

        assertThat(law.throughput(1)).isEqualTo(50);
        assertThat(law.throughput(10)).isCloseTo(500 / (1 + 0.9 + 0.9), within(1e-9));
    }

    @Test
    void withoutContentionAndCoherencyItGrowsLikeConcurrency() {
        assertThat(new ScalabilityLaw(50, 0, 0).throughput(64)).isEqualTo(3200);
    }

    @Test
    void thePeakIsWhereNeitherNeighbourIsHigher() {
        ScalabilityLaw law = new ScalabilityLaw(50, 0.19, 0.0001);

        double peak = law.peakConcurrency().orElseThrow();

        assertThat(peak).isCloseTo(90, within(1e-9));
        assertThat(law.throughput(peak))
                .isGreaterThan(law.throughput(peak - 1))
                .isGreaterThan(law.throughput(peak + 1));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0", "1, 0.01", "1.5, 0.01"})
    void whatOnlyGrowsOrOnlyFallsHasNoPeak(double sigma, double kappa) {
        assertThat(new ScalabilityLaw(50, sigma, kappa).peakConcurrency()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "-1, 0, 0", "1, -0.1, 0", "1, 0, -0.1", "1, NaN, 0"})
    void refusesWhatNoSystemHas(double lambda, double sigma, double kappa) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScalabilityLaw(lambda, sigma, kappa));
    }
}
