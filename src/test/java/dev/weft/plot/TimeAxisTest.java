package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.analysis.RepresentativePass;
import dev.weft.analysis.Weave;
import dev.weft.plan.ModeName;
import dev.weft.testing.MadeUpTimings;
import dev.weft.testing.Passes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAxisTest {
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
    void ticksAreRoundAndFew(double end, double step) {
        List<Axis.Tick> ticks = new TimeAxis(end).ticks();

        assertThat(ticks).hasSizeBetween(5, 11);
        assertThat(ticks.getFirst().name()).isEqualTo("0");
        assertThat(ticks.get(1).position()).isCloseTo(step, within(step * 1e-9));
        assertThat(ticks.getLast().position()).isLessThanOrEqualTo(end);
    }

    @Test
    void ticksAreNamedWithoutTheDustOfDoubles() {
        assertThat(new TimeAxis(1).ticks())
                .extracting(Axis.Tick::name)
                .startsWith("0", "0.1", "0.2", "0.3", "0.4");
    }

    @Test
    void endsWithTheLongestConcurrentModeWhereSequentialTakesMuchLonger() {
        ModeWeave threads = weave(ModeName.THREADS, 8);
        ModeWeave virtual = weave(ModeName.VIRTUAL, 16);

        TimeAxis axis = TimeAxis.of(List.of(weave(ModeName.SEQUENTIAL, 1), threads, virtual));

        assertThat(axis.endSeconds()).isEqualTo(threads.endSeconds());
    }

    @Test
    void endsWithSequentialWhereItIsAloneOrNotMuchLonger() {
        ModeWeave sequential = weave(ModeName.SEQUENTIAL, 1);

        assertThat(TimeAxis.of(List.of(sequential)).endSeconds())
                .isEqualTo(sequential.endSeconds());
        assertThat(TimeAxis.of(List.of(sequential, weave(ModeName.ASYNC, 1))).endSeconds())
                .isEqualTo(sequential.endSeconds());
    }

    @Test
    void hasALengthEvenWhereNothingTookAny() {
        ModeWeave empty = new ModeWeave(pass(ModeName.ASYNC), Weave.of(List.of()));

        assertThat(TimeAxis.of(List.of(empty)).endSeconds()).isPositive();
    }

    private static ModeWeave weave(ModeName mode, int concurrency) {
        return new ModeWeave(pass(mode), Weave.of(MadeUpTimings.of("t", 1, 100, concurrency, 3)));
    }

    private static RepresentativePass pass(ModeName mode) {
        return new RepresentativePass(Passes.of(mode).row(), true);
    }
}
