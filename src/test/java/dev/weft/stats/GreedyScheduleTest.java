package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreedyScheduleTest {
    @Test
    void oneServerDoesOneAfterTheOther() {
        GreedySchedule schedule = new GreedySchedule(1);

        assertThat(LongStream.of(3, 1, 2).map(schedule::add)).containsExactly(3L, 4L, 6L);
        assertThat(schedule.makespan()).isEqualTo(6);
    }

    @Test
    void theNextItemGoesToTheServerThatIsFreeFirst() {
        GreedySchedule schedule = new GreedySchedule(2);

        // The first is busy until 5; the second does 2, 1 and 4, until 7; the first then does 1,
        // until 6.
        assertThat(LongStream.of(5, 2, 1, 4, 1).map(schedule::add))
                .containsExactly(5L, 2L, 3L, 7L, 6L);
        assertThat(schedule.makespan()).isEqualTo(7);
    }

    @Test
    void aLateLongItemIsTheLastToEnd() {
        GreedySchedule schedule = new GreedySchedule(3);

        LongStream.of(2, 2, 2, 1, 9, 1).forEach(schedule::add);

        assertThat(schedule.makespan()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 1_000, 5_000})
    void agreesWithASimulatedQueueItemByItem(int servers) {
        SplittableRandom random = new SplittableRandom(servers);
        long[] services = random.longs(3_000, 1, 1_000_000_000).toArray();
        GreedySchedule schedule = new GreedySchedule(servers);

        long[] completions = LongStream.of(services).map(schedule::add).toArray();

        assertThat(completions).isEqualTo(EventQueue.completions(services, servers));
        assertThat(schedule.makespan()).isEqualTo(LongStream.of(completions).max().orElseThrow());
    }

    /// Which of two servers that become free at once is taken makes no difference to what ends
    /// when.
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "3, 3", "7, 4", "64, 10"})
    void agreesWithASimulatedQueueWhereManyEndAtOnce(int servers, int longest) {
        SplittableRandom random = new SplittableRandom(31L * servers);
        long[] services = random.longs(2_000, 0, longest + 1L).toArray();
        GreedySchedule schedule = new GreedySchedule(servers);

        assertThat(LongStream.of(services).map(schedule::add).toArray())
                .isEqualTo(EventQueue.completions(services, servers));
    }

    @Test
    void saysWhenASumIsTooLarge() {
        GreedySchedule schedule = new GreedySchedule(1);
        schedule.add(Long.MAX_VALUE);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> schedule.add(1));
    }
}
