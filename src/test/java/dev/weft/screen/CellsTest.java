package dev.weft.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {
    private static final Look LETTERS = new Look(true, Look.Colours.NONE);

    @Test
    void countsCellsAndNotCharacters() {
        assertThat(Cells.width("abc")).isEqualTo(3);
        assertThat(Cells.width("日本")).isEqualTo(4);
        assertThat(Cells.width("e\u0301")).isEqualTo(1);
        assertThat(Cells.width("\033[38;5;25mab\033[0m")).isEqualTo(2);
    }

    @Test
    void cutsOffWhatHasNoRoom() {
        assertThat(Cells.fitted("abcdef", 6, LETTERS)).isEqualTo("abcdef");
        assertThat(Cells.fitted("abcdefg", 6, LETTERS)).isEqualTo("abcde…");
        assertThat(Cells.fitted("日本語", 4, LETTERS)).isEqualTo("日…");
        assertThat(Cells.fitted("abcdefg", 6, Look.PLAIN)).isEqualTo("abcde.");
    }

    @Test
    void foldedTextMovesTheCursorNoMore() {
        assertThat(Cells.folded("  of a\033[2J\nb\u009b1A", 80)).containsExactly("  of a?[2J b?1A");
    }

    @Test
    void showsNothingThatWouldMoveTheCursor() {
        assertThat(Cells.fitted("a\033[2J\n\tb", 20, LETTERS)).isEqualTo("a?[2J??b");
    }
}
