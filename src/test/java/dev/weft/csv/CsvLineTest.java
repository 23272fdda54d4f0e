package dev.weft.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
    @Test
    void quotesOnlyWhatHasTo() {
        assertThat(CsvLine.of(List.of("a", "b,c", "", "\"d\"", "e\nf")))
                .isEqualTo("a,\"b,c\",,\"\"\"d\"\"\",e\\u000af\n");
    }

    @Test
    void readsBackWhateverItWrote() {
        Random random = new Random(5);
        String alphabet = "a ,\"\n\r\\#'é\t";
        for (int round = 0; round < 20_000; round++) {
            List<String> cells = new ArrayList<>();
            for (int cell = random.nextInt(1, 5); cell > 0; cell--) {
                StringBuilder text = new StringBuilder();
                for (int length = random.nextInt(5); length > 0; length--) {
                    text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                cells.add(text.toString());
            }
            String line = CsvLine.of(cells);

            assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
            assertThat(CsvLine.cells(line.substring(0, line.length() - 1))).isEqualTo(cells);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "a,\"b", "a,\"b\"c", "\"\"\"", "\"a\\\""})
    void refusesQuotesThatDoNotMatch(String line) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> CsvLine.cells(line));
    }

    @Test
    void refusesAnEmptyLine() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> CsvLine.cells(""));
    }

    @Test
    void leavesPlainTextAsItIs() {
        assertThat(CsvLine.escape("Größe 1, \"x\" \ud83d\ude00"))
                .isEqualTo("Größe 1, \"x\" \ud83d\ude00");
    }

    @Test
    void escapesWhatBreaksALine() {
        assertThat(CsvLine.escape("a\r\nb\tc\0")).isEqualTo("a\\u000d\\u000ab\\u0009c\\u0000");
    }

    @Test
    void doublesABackslash() {
        assertThat(CsvLine.escape("a\\u000ab")).isEqualTo("a\\\\u000ab");
    }

    @Test
    void escapesHalfASurrogatePair() {
        assertThat(CsvLine.escape("\ud83d")).isEqualTo("\\ud83d");
        assertThat(CsvLine.escape("\ude00\ud83d")).isEqualTo("\\ude00\\ud83d");
    }

    @Test
    void unescapesWhateverItEscaped() {
        Random random = new Random(1);
        String alphabet = "ab\\u0\n\r\0\u0085\ud83d\ude00é";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String escaped = CsvLine.escape(text.toString());

            assertThat(escaped.chars().noneMatch(Character::isISOControl)).isTrue();
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(escaped)).isTrue();
            assertThat(CsvLine.unescape(escaped)).isEqualTo(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "a\\", "\\n", "\\u12", "\\u12g4", "\\u+123", "\\u-123"})
    void refusesInvalidEscapes(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> CsvLine.unescape(text));
    }
}
