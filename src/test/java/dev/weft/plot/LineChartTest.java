package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LineChartTest {
    @Test
    void endLabelsStandAtTheirLinesWhereThereIsRoom() {
        assertThat(spread(0, 100, 300)).containsExactly(100, 300);
    }

    @Test
    void endLabelsKeepApartInTheOrderOfTheirLines() {
        assertKeepsApart(spread(0, 100, 101, 102), 0, 500);
    }

    @Test
    void endLabelsStayWithinTheirRoomAtTheFloor() {
        assertKeepsApart(spread(0, 10, 498, 499, 500), 0, 500);
    }

    @Test
    void endLabelsStayWithinTheirRoomAtTheCeiling() {
        assertKeepsApart(spread(20, 0, 1, 2), 20, 500);
    }

    private static void assertKeepsApart(double[] places, double top, double bottom) {
        assertThat(Arrays.stream(places)).allMatch(place -> place >= top && place <= bottom);
        for (int i = 1; i < places.length; i++) {
            assertThat(places[i] - places[i - 1]).isGreaterThanOrEqualTo(Canvas.LABEL);
        }
    }

    private static double[] spread(double top, double... lineEnds) {
        return LineChart.spread(lineEnds, top, 500);
    }
}
