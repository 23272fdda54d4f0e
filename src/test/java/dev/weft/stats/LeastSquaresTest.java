package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
    @Test
    void goesThroughWhatLiesOnALine() {
        LeastSquares line =
                LeastSquares.of(
                        List.of(new double[] {1, 1, 1}, new double[] {0, 1, 2}),
                        new double[] {3, 5, 7});

        assertThat(line.coefficients().get(0)).isCloseTo(3, within(1e-12));
        assertThat(line.coefficients().get(1)).isCloseTo(2, within(1e-12));
        assertThat(line.squares()).isCloseTo(0, within(1e-24));
    }

    @Test
    void leavesAsLittleAsCanBe() {
        LeastSquares line =
                LeastSquares.of(
                        List.of(new double[] {1, 1, 1}, new double[] {0, 1, 2}),
                        new double[] {0, 0, 3});

        // The normal equations are 3a + 3b = 3 and 3a + 5b = 6; what is left over is 1/2, -1, 1/2.
        assertThat(line.coefficients().get(0)).isCloseTo(-0.5, within(1e-12));
        assertThat(line.coefficients().get(1)).isCloseTo(1.5, within(1e-12));
        assertThat(line.squares()).isCloseTo(1.5, within(1e-12));
    }
}
