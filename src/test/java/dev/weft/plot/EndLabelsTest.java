package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndLabelsTest {
    @Test
    void standAtTheirLinesWhereThereIsRoom() {
        assertThat(labels(100, 300).places(0, 500)).containsExactly(100, 300);
    }

    @Test
    void keepApartInTheOrderOfTheirLines() {
        assertKeepsApart(labels(101, 100, 102).places(0, 500), 0, 500);
        assertThat(labels(101, 100, 102).labels())
                .extracting(EndLabels.Label::y)
                .containsExactly(100.0, 101.0, 102.0);
    }

    @Test
    void stayWithinTheirRoomAtTheFloor() {
        assertKeepsApart(labels(10, 498, 499, 500).places(0, 500), 0, 500);
    }

    @Test
    void stayWithinTheirRoomAtTheCeiling() {
        assertKeepsApart(labels(0, 1, 2).places(20, 500), 20, 500);
    }

    private static void assertKeepsApart(double[] places, double top, double bottom) {
        assertThat(Arrays.stream(places)).allMatch(place -> place >= top && place <= bottom);
        for (int i = 1; i < places.length; i++) {
            assertThat(places[i] - places[i - 1]).isGreaterThanOrEqualTo(TextPainter.LABEL);
        }
    }

    private static EndLabels labels(double... ys) {
        List<EndLabels.Label> labels =
                Arrays.stream(ys)
                        .mapToObj(y -> new EndLabels.Label("label", Color.BLACK, y))
                        .toList();
        return new EndLabels(labels);
    }
}
