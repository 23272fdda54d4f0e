package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.plan.ModeName;
import dev.weft.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {
    private static final Axis CONCURRENCY =
            Axis.ofConcurrency(
                    List.of(line(ModeName.ASYNC, 1, 4, 48), line(ModeName.VIRTUAL, 4, 1_024)));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void setsConcurrentModesApartAroundTheirNumber(boolean logarithmic) {
        Axis axis = axis(logarithmic, 100, 500);

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
            Axis axis = axis(logarithmic, files);

            assertThat(axis.start()).isLessThan(axis.position(files[0], ModeName.THREADS));
            assertThat(axis.end())
                    .isGreaterThan(axis.position(files[files.length - 1], ModeName.VIRTUAL));
        }
    }

    @Test
    void concurrenciesGiveEachDoublingTheSameLength() {
        assertThat(CONCURRENCY.position(8) - CONCURRENCY.position(4)).isCloseTo(1, within(1e-12));
        assertThat(CONCURRENCY.position(1_024) - CONCURRENCY.position(512))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void concurrenciesHaveTicksWhereTheyWereMeasured() {
        assertThat(CONCURRENCY.ticks())
                .extracting(Axis.Tick::name)
                .containsExactly("1", "4", "48", "1,024");
    }

    @Test
    void concurrenciesSetModesApartAroundTheirNumber() {
        assertThat(CONCURRENCY.position(4, ModeName.ASYNC)).isBetween(1.9, 1.99);
        assertThat(CONCURRENCY.position(4, ModeName.VIRTUAL)).isBetween(2.01, 2.1);
    }

    @Test
    void concurrenciesHaveRoomForEveryPoint() {
        assertThat(CONCURRENCY.start()).isLessThan(CONCURRENCY.position(1, ModeName.ASYNC));
        assertThat(CONCURRENCY.end()).isGreaterThan(CONCURRENCY.position(1_024, ModeName.VIRTUAL));
    }

    @ParameterizedTest
    @CsvSource({
        "0.19, 0.02",
        "0.4, 0.05",
        "1, 0.1",
        "1.01, 0.2",
        "7, 1",
        "99, 10",
        "0.0031, 0.0005"
    })
    void timeTicksAreRoundAndFew(double end, double step) {
        List<Axis.Tick> ticks = Axis.ofTime(end).ticks();

        assertThat(ticks).hasSizeBetween(5, 11);
        assertThat(ticks.getFirst().name()).isEqualTo("0");
        assertThat(ticks.get(1).position()).isCloseTo(step, within(step * 1e-9));
        assertThat(ticks.getLast().position()).isLessThanOrEqualTo(end);
    }

    @Test
    void timeTicksAreNamedWithoutTheDustOfDoubles() {
        assertThat(Axis.ofTime(1).ticks())
                .extracting(Axis.Tick::name)
                .startsWith("0", "0.1", "0.2", "0.3", "0.4");
    }

    private static Axis axis(boolean logarithmic, int... files) {
        List<ModeLine> lines = new ArrayList<>();
        for (ModeName mode : ModeName.values()) {
            lines.add(line(mode, files));
        }
        return Axis.ofFiles(lines, logarithmic);
    }

    private static ModeLine line(ModeName mode, int... numbers) {
        return new ModeLine(
                mode,
                Arrays.stream(numbers)
                        .mapToObj(
                                number ->
                                        new ModeLine.Point(
                                                number,
                                                "a.zip",
                                                1,
                                                new Interval(1, 1),
                                                1,
                                                List.of(1.0)))
                        .toList());
    }
}
