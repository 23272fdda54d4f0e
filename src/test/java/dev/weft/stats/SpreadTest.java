package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void takesTheMiddleOfAnOddSample() {
        assertThat(Spread.of(new double[] {9, 1, 4})).contains(new Spread(4, 1, 9, 3));
    }

    @Test
    void takesTheMeanOfTheTwoMiddlesOfAnEvenSample() {
        assertThat(Spread.of(new double[] {4, 1, 9, 2})).contains(new Spread(3, 1, 9, 4));
    }

    @Test
    void sumsUpASingleValue() {
        assertThat(Spread.of(new double[] {7})).contains(new Spread(7, 7, 7, 1));
    }

    @Test
    void isEmptyForAnEmptySample() {
        assertThat(Spread.of(new double[0])).isEmpty();
    }

    @Test
    void leavesTheSampleAsItIs() {
        double[] sample = {3, 1, 2};

        Spread.of(sample);

        assertThat(sample).containsExactly(3, 1, 2);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spread.of(new double[] {1, Double.NaN}));
    }
}
