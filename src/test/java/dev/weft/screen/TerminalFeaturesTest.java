package dev.weft.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plot.ModeStyle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TerminalFeaturesTest {
    @ParameterizedTest
    @CsvSource({
        "xterm-256color, '', '', INDEXED",
        "xterm-256color, truecolor, '', TRUE",
        "screen, 24bit, '', TRUE",
        "xterm-direct, '', '', TRUE",
        "xterm, '', '', NONE",
        "dumb, truecolor, '', NONE",
        "'', truecolor, '', NONE",
        "xterm-256color, truecolor, 1, NONE"
    })
    void takesTheColoursThatThereAreUnlessNobodyWantsThem(
            String terminal, String depth, String without, TerminalFeatures.Colours colours) {
        Map<String, String> variables =
                Map.of("TERM", terminal, "COLORTERM", depth, "NO_COLOR", without);

        assertThat(TerminalFeatures.of(variables, StandardCharsets.UTF_8))
                .isEqualTo(new TerminalFeatures(true, colours));
    }

    @Test
    void knowsFromTheEncodingWhatCanBeShown() {
        assertThat(TerminalFeatures.of(Map.of(), StandardCharsets.UTF_8).unicode()).isTrue();
        assertThat(TerminalFeatures.of(Map.of(), StandardCharsets.US_ASCII).unicode()).isFalse();
        assertThat(TerminalFeatures.of(Map.of(), Charset.forName("ISO-8859-1")).unicode())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(ModeName.class)
    void aModeHasTheColourThatItHasInPictures(ModeName mode) {
        assertThat(ModeStyle.rgb(mode)).isEqualTo(ModeStyle.of(mode).color().getRGB() & 0xFFFFFF);
    }

    @ParameterizedTest
    @CsvSource({"0x0072B2, 25", "0xD55E00, 166", "0x009E73, 35", "0xFFFFFF, 231", "0x767676, 243"})
    void ofFewColoursTheNearestIsTaken(String rgb, int number) {
        assertThat(Palette.nearest(Integer.decode(rgb))).isEqualTo(number);
    }

    @Test
    void theSequentialModeIsAsOtherText() {
        assertThat(
                        new TerminalFeatures(true, TerminalFeatures.Colours.TRUE)
                                .inked(ModeName.SEQUENTIAL, "x"))
                .isEqualTo("x");
    }
}
