package dev.weft.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinePainterTest {
    private static final TerminalWindow.Size WIDE = new TerminalWindow.Size(80, 24);

    private final StringWriter out = new StringWriter();
    private final LinePainter painter = new LinePainter(new PrintWriter(out));

    @Test
    void drawsOverWhatWasThereAndStaysBelowIt() {
        painter.draw(List.of("one", "two"), WIDE);
        assertThat(taken()).isEqualTo("\rone\033[K\ntwo\033[K\n\033[J");

        painter.draw(List.of("three"), WIDE);
        assertThat(taken()).isEqualTo("\r\033[2Athree\033[K\n\033[J");
    }

    @Test
    void goesBackOverAsManyLinesAsANarrowerWindowMadeOfThem() {
        painter.draw(List.of("x".repeat(79), "y"), WIDE);
        taken();

        painter.draw(List.of("z"), new TerminalWindow.Size(40, 24));

        assertThat(taken()).startsWith("\r\033[3Az");
    }

    @Test
    void leavesOutWhatFindsNoRoom() {
        painter.draw(List.of("1", "2", "3", "4"), new TerminalWindow.Size(80, 3));

        assertThat(taken()).contains("1", "2").doesNotContain("3", "4");
    }

    @Test
    void saysThingsAboveWhatIsDrawnNext() {
        painter.draw(List.of("one"), WIDE);
        taken();

        painter.printAbove("weft: oh", WIDE);
        painter.draw(List.of("one"), WIDE);

        assertThat(taken())
                .isEqualTo(
                        "\r\033[1A\033[Jweft: oh" + System.lineSeparator() + "\rone\033[K\n\033[J");
    }

    @Test
    void erasesTheLastFrameAndDrawsNoMore() {
        painter.draw(List.of("one"), WIDE);
        taken();

        painter.end(WIDE);
        painter.draw(List.of("late"), WIDE);

        assertThat(taken()).isEqualTo("\r\033[1A\033[J");
    }

    @Test
    void leavesAlsoTheLastFrameWhereItIs() {
        painter.draw(List.of("one"), WIDE);
        taken();

        painter.leave();
        painter.end(WIDE);

        assertThat(taken()).isEmpty();
    }

    @Test
    void whatIsSaidAfterTheEndErasesNothing() {
        painter.draw(List.of("one"), WIDE);
        painter.leave();
        taken();

        painter.printAbove("weft: oh", WIDE);

        assertThat(taken()).isEqualTo("\r\033[Jweft: oh" + System.lineSeparator());
    }

    private String taken() {
        String text = out.toString();
        out.getBuffer().setLength(0);
        return text;
    }
}
