package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import org.junit.jupiter.api.Test;

class ModeStyleTest {
    @Test
    void givesEveryModeItsOwnColourAndShape() {
        assertThat(ModeName.values())
                .extracting(mode -> ModeStyle.of(mode).color())
                .doesNotHaveDuplicates()
                .doesNotContain(IdealLine.COLOR);
        assertThat(ModeName.values())
                .extracting(mode -> ModeStyle.of(mode).shape())
                .doesNotHaveDuplicates();
    }
}
