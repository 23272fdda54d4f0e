package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.plan.ModeName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcurrencyAxisTest {
    private static final ConcurrencyAxis AXIS =
            new ConcurrencyAxis(
                    List.of(1, 4, 48, 1_024), List.of(ModeName.ASYNC, ModeName.VIRTUAL));

    @Test
    void givesEachDoublingTheSameLength() {
        assertThat(AXIS.position(8) - AXIS.position(4)).isCloseTo(1, within(1e-12));
        assertThat(AXIS.position(1_024) - AXIS.position(512)).isCloseTo(1, within(1e-12));
    }

    @Test
    void namesWhatWasMeasuredAndNothingElse() {
        assertThat(AXIS.ticks())
                .extracting(Axis.Tick::name)
                .containsExactly("1", "4", "48", "1,024");
    }

    @Test
    void setsModesApartAroundTheirNumber() {
        assertThat(AXIS.position(4, ModeName.ASYNC)).isBetween(1.9, 1.99);
        assertThat(AXIS.position(4, ModeName.VIRTUAL)).isBetween(2.01, 2.1);
    }

    @Test
    void hasRoomForEveryPoint() {
        assertThat(AXIS.start()).isLessThan(AXIS.position(1, ModeName.ASYNC));
        assertThat(AXIS.end()).isGreaterThan(AXIS.position(1_024, ModeName.VIRTUAL));
    }
}
