package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartStyleTest {
    @ParameterizedTest
    @CsvSource({"0.1, true", "0.2, true", "50, true", "10, true", "0.3, false", "15, false"})
    void knowsRoundNumbers(double value, boolean round) {
        assertThat(ChartStyle.isRound(value)).isEqualTo(round);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3 | true | ''", "2000 | true | 2,000", "3 | false | 3"})
    void namesOnlyRoundNumbersOnALongLogarithmicAxis(
            double value, boolean logarithmic, String name) {
        assertThat(ChartStyle.ticks(1, 5_000, logarithmic).apply(value)).isEqualTo(name);
    }
}
