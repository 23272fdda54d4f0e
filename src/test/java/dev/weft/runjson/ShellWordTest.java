package dev.weft.runjson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {
    @ParameterizedTest
    @ValueSource(strings = {"--files=100,250", "build/zips/a.zip", "--fail-if-slower=5%", "a@b:1"})
    void whatAShellLeavesAloneStandsAsItIs(String word) {
        assertThat(ShellWord.of(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my photos.zip", "it's", "$HOME", "a;b", "*", "\"", "line\nend"})
    void aShellTakesItForWhatItIs(String word) throws Exception {
        Process shell =
                new ProcessBuilder("sh", "-c", "printf '%s|' " + ShellWord.of(word))
                        .redirectErrorStream(true)
                        .start();

        assertThat(shell.inputReader().readAllAsString()).isEqualTo(word + "|");
    }
}
