package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UnzipLimitsTest {
    private static final long FREE = UnzipLimits.RATIO_FROM_BYTES;

    @Test
    void allowsTheRatioAndNotMore() {
        UnzipLimits tenfold = new UnzipLimits(10, Long.MAX_VALUE);

        assertThat(tenfold.exceedsRatio(10 * FREE, FREE)).isFalse();
        assertThat(tenfold.exceedsRatio(10 * FREE + 1, FREE)).isTrue();
        assertThat(tenfold.exceedsRatio(Long.MAX_VALUE, Long.MAX_VALUE / 10)).isTrue();
    }

    @Test
    void asksNoRatioOfWhatIsSmall() {
        UnzipLimits none = new UnzipLimits(1, Long.MAX_VALUE);

        assertThat(none.exceedsRatio(FREE, 0)).isFalse();
        assertThat(none.exceedsRatio(FREE + 1, 0)).isTrue();
    }

    @Test
    void allowsTheBytesAndNotMore() {
        assertThat(new UnzipLimits(1, 7).exceedsBytes(7)).isFalse();
        assertThat(new UnzipLimits(1, 7).exceedsBytes(8)).isTrue();
    }

    @Test
    void refusesLimitsThatAllowNothing() {
        assertThatThrownBy(() -> new UnzipLimits(0, 1))
                .hasMessage("the limits 0 to 1 and 1 bytes must be at least 1");
        assertThatThrownBy(() -> new UnzipLimits(1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
