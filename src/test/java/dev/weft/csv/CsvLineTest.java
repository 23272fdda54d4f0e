package dev.weft.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
        assertThatExceptionOfType(MalformedRowException.class)
                .isThrownBy(() -> CsvLine.cells(line));
    }

    @Test
    void refusesAnEmptyLine() {
        assertThatExceptionOfType(MalformedRowException.class).isThrownBy(() -> CsvLine.cells(""));
    }
}
