package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileAxisTest {
    private static final Mark ONCE = new Mark(1, new Interval(1, 1), 1, List.of(1.0));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void setsConcurrentModesApartAroundTheirNumber(boolean logarithmic) {
        FileAxis axis = axis(logarithmic, 100, 500);

        double threads = axis.position(500, ModeName.THREADS);
        double virtual = axis.position(500, ModeName.VIRTUAL);

        assertThat(threads).isBetween(480.0, 499.0);
        assertThat(axis.position(500, ModeName.ASYNC)).isEqualTo(500);
        assertThat(virtual).isBetween(501.0, 520.0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesTheSequentialModeAtItsNumber(boolean logarithmic) {
        assertThat(axis(logarithmic, 100, 500).position(250, ModeName.SEQUENTIAL)).isEqualTo(250);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hasRoomForEveryPoint(boolean logarithmic) {
        for (int[] files : new int[][] {{500}, {100, 500}, {1, 1_000_000}}) {
            FileAxis axis = axis(logarithmic, files);

            assertThat(axis.start()).isLessThan(axis.position(files[0], ModeName.THREADS));
            assertThat(axis.end())
                    .isGreaterThan(axis.position(files[files.length - 1], ModeName.VIRTUAL));
        }
    }

    private static FileAxis axis(boolean logarithmic, int... files) {
        List<ModeLine> lines = new ArrayList<>();
        for (ModeName mode : ModeName.values()) {
            List<ModeLine.Point> points = new ArrayList<>();
            for (int number : files) {
                points.add(new ModeLine.Point(number, "a.zip", ONCE));
            }
            lines.add(new ModeLine(mode, points));
        }
        return FileAxis.of(lines, logarithmic);
    }
}
