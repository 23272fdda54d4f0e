package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import org.junit.jupiter.api.Test;

class BundledFontTest {
    @Test
    void hasTheCharactersThatPicturesNeed() throws Exception {
        Font font = BundledFont.load();

        StringBuilder text = new StringBuilder("×·–—’“”…→≈≤≥±µ äöüßéèñçøåŁΩЖ");
        for (char character = '!'; character <= '~'; character++) {
            text.append(character);
        }
        assertThat(font.canDisplayUpTo(text.toString())).isEqualTo(-1);
    }
}
