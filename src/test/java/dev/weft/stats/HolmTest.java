package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    @Test
    void multipliesTheSmallestByAllTheNextByOneLess() {
        assertThat(Holm.adjusted(new double[] {0.01, 0.2, 0.02}))
                .containsExactly(new double[] {0.03, 0.2, 0.04}, within(1e-15));
    }

    @Test
    void neverFallsBelowASmallerOneNorRisesAboveOne() {
        assertThat(Holm.adjusted(new double[] {0.025, 0.02, 0.9, 0.8}))
                .containsExactly(new double[] {0.08, 0.08, 1, 1}, within(1e-15));
    }

    @Test
    void leavesASingleOneAsItIs() {
        assertThat(Holm.adjusted(new double[] {0.04})).containsExactly(0.04);
    }

    @Test
    void takesEqualOnesInTheirOrder() {
        assertThat(Holm.order(new double[] {0.5, 0.1, 0.5, 0.1})).containsExactly(1, 3, 0, 2);
    }
}
