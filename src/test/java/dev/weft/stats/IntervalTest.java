package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    @ParameterizedTest
    @CsvSource({"0.9, false", "1, true", "1.5, true", "2, true", "2.1, false", "NaN, false"})
    void containsItsEndsAndWhatIsBetween(double value, boolean contained) {
        assertThat(new Interval(1, 2).contains(value)).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, true", "0.5, 3, true", "1.1, 3, false", "0.5, 1.9, false"})
    void liesWithinAnotherThatReachesAsFar(double low, double high, boolean within) {
        assertThat(new Interval(1, 2).isWithin(new Interval(low, high))).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "NaN, 1", "1, NaN"})
    void refusesEndsOutOfOrder(double low, double high) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(low, high));
    }

    @Test
    void anEstimateLiesInItsInterval() {
        Optional<Interval> interval = Optional.of(new Interval(1, 2));

        assertThat(new Estimate(1.5, interval).value()).isEqualTo(1.5);
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(3, interval));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(Double.NaN, Optional.empty()));
    }
}
