package dev.weft.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {

    @Test
    void countsCellsAndNotCharacters() {
        assertThat(TextWidth.width("abc")).isEqualTo(3);
        assertThat(TextWidth.width("日本")).isEqualTo(4);
        assertThat(TextWidth.width("e\u0301")).isEqualTo(1);
        assertThat(TextWidth.width("\033[38;5;25mab\033[0m")).isEqualTo(2);
    }

    @Test
    void cutsOffWhatHasNoRoom() {
        assertThat(TextWidth.fitted("abcdef", 6, true)).isEqualTo("abcdef");
        assertThat(TextWidth.fitted("abcdefg", 6, true)).isEqualTo("abcde…");
        assertThat(TextWidth.fitted("日本語", 4, true)).isEqualTo("日…");
        assertThat(TextWidth.fitted("abcdefg", 6, false)).isEqualTo("abcde.");
    }

    @Test
    void foldedTextMovesTheCursorNoMore() {
        assertThat(TextWidth.folded("  of a\033[2J\nb\u009b1A", 80))
                .containsExactly("  of a?[2J b?1A");
    }

    @Test
    void showsNothingThatWouldMoveTheCursor() {
        assertThat(TextWidth.fitted("a\033[2J\n\tb", 20, true)).isEqualTo("a?[2J??b");
    }
}
