package dev.weft.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEscapeTest {
    @Test
    void leavesPlainTextAsItIs() {
        assertThat(TextEscape.hide("Größe 1, \"x\" \ud83d\ude00"))
                .isEqualTo("Größe 1, \"x\" \ud83d\ude00");
    }

    @Test
    void hidesWhatBreaksALine() {
        assertThat(TextEscape.hide("a\r\nb\tc\0")).isEqualTo("a\\u000d\\u000ab\\u0009c\\u0000");
    }

    @Test
    void doublesABackslash() {
        assertThat(TextEscape.hide("a\\u000ab")).isEqualTo("a\\\\u000ab");
    }

    @Test
    void hidesHalfASurrogatePair() {
        assertThat(TextEscape.hide("\ud83d")).isEqualTo("\\ud83d");
        assertThat(TextEscape.hide("\ude00\ud83d")).isEqualTo("\\ude00\\ud83d");
    }

    @Test
    void revealsWhateverItHid() {
        Random random = new Random(1);
        String alphabet = "ab\\u0\n\r\0\u0085\ud83d\ude00é";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String hidden = TextEscape.hide(text.toString());

            assertThat(hidden.chars().noneMatch(Character::isISOControl)).isTrue();
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(hidden)).isTrue();
            assertThat(TextEscape.reveal(hidden)).isEqualTo(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "a\\", "\\n", "\\u12", "\\u12g4", "\\u+123", "\\u-123"})
    void refusesWhatItCannotHaveWritten(String text) {
        assertThatExceptionOfType(MalformedRowException.class)
                .isThrownBy(() -> TextEscape.reveal(text));
    }
}
