package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {
    @ParameterizedTest
    @CsvSource({
        "0.0412345, 0.0412",
        "0.4, 0.400",
        "11, 11.0",
        "9.996, 10.0",
        "143.4, 143",
        "14345, 14300"
    })
    void showsThreeDigits(double value, String text) {
        assertThat(Figure.digits(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.05, 0.05", "0.30000000000000004, 0.3", "12, 12", "1000000, 1000000"})
    void showsNoMoreDigitsThanItTakes(double value, String text) {
        assertThat(Figure.plain(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.1, true", "0.2, true", "50, true", "10, true", "0.3, false", "15, false"})
    void knowsRoundNumbers(double value, boolean round) {
        assertThat(Figure.isRound(value)).isEqualTo(round);
    }
}
