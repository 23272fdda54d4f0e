package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MakespanTest {
    private static final long SEED = 42;

    @ParameterizedTest
    @CsvSource({
        "200, 10, 1000",
        "201, 10, 1050",
        "500, 64, 400",
        "1, 1, 50",
        "7, 1000, 50",
        "64, 64, 50",
        "65, 64, 100",
        "3, 1, 150"
    })
    void aConstantLatencyMakesWholeRounds(int items, int servers, long expectedMillis) {
        long expected = expectedMillis * 1_000_000;

        Makespan makespan = Makespan.of(new long[] {50_000_000}, items, servers, SEED);

        assertThat(makespan)
                .isEqualTo(new Makespan(expected, new Interval(expected, expected), 1_000));
    }

    @Test
    void oneItemTakesOneOfTheLatencies() {
        Makespan makespan = Makespan.of(new long[] {10, 20, 30, 40, 50}, 1, 8, SEED);

        assertThat(makespan.median()).isEqualTo(30);
        assertThat(makespan.range()).isEqualTo(new Interval(10, 50));
    }

    @Test
    void asManyServersAsItemsTakeAsLongAsTheSlowestDraw() {
        long[] latencies = new long[100];
        Arrays.fill(latencies, 10);
        latencies[99] = 1_000;

        // The slow one is missing from 100 draws with a probability of 0.99^100 = 37%.
        Makespan makespan = Makespan.of(latencies, 100, 100, SEED);

        assertThat(makespan.median()).isEqualTo(1_000);
        assertThat(makespan.range()).isEqualTo(new Interval(10, 1_000));
    }

    @Test
    void oneServerTakesTheSum() {
        Makespan makespan = Makespan.of(new long[] {10, 30}, 400, 1, SEED);

        // The mean is 400·20, the standard deviation 20·10.
        assertThat(makespan.median()).isCloseTo(8_000, Percentage.withPercentage(0.5));
        assertThat(makespan.range().low()).isBetween(8_000 - 2.3 * 200, 8_000 - 1.7 * 200);
        assertThat(makespan.range().high()).isBetween(8_000 + 1.7 * 200, 8_000 + 2.3 * 200);
    }

    @Test
    void agreesWithSimulatedQueues() {
        SplittableRandom random = new SplittableRandom(7);
        long[] latencies = random.longs(300, 20_000, 60_000).toArray();
        double[] simulated = new double[1_000];
        for (int i = 0; i < simulated.length; i++) {
            long[] draws =
                    random.ints(500, 0, latencies.length)
                            .mapToLong(draw -> latencies[draw])
                            .toArray();
            simulated[i] = Arrays.stream(EventQueue.completions(draws, 64)).max().orElseThrow();
        }

        Makespan makespan = Makespan.of(latencies, 500, 64, SEED);

        Percentage chance = Percentage.withPercentage(1);
        assertThat(makespan.median()).isCloseTo(Quantiles.median(simulated), chance);
        assertThat(makespan.range().low()).isCloseTo(Quantiles.quantile(simulated, 0.025), chance);
        assertThat(makespan.range().high()).isCloseTo(Quantiles.quantile(simulated, 0.975), chance);
    }

    @Test
    void theSameSeedGivesTheSameMakespan() {
        long[] latencies = {3, 5, 8, 13, 21, 34};

        assertThat(Makespan.of(latencies, 50, 4, SEED))
                .isEqualTo(Makespan.of(latencies, 50, 4, SEED))
                .isNotEqualTo(Makespan.of(latencies, 50, 4, SEED + 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "5000, 1000", "10000, 500", "50000, 100", "200000, 40"})
    void manyItemsAreResampledLessOften(int items, int resamples) {
        assertThat(Makespan.of(new long[] {1}, items, 10, SEED).resamples()).isEqualTo(resamples);
    }

    @Test
    void refusesWhatIsNoSchedule() {
        long[] one = {1};
        assertThatIllegalArgumentException().isThrownBy(() -> Makespan.of(new long[0], 1, 1, SEED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Makespan.of(new long[] {1, -1}, 1, 1, SEED));
        assertThatIllegalArgumentException().isThrownBy(() -> Makespan.of(one, 0, 1, SEED));
        assertThatIllegalArgumentException().isThrownBy(() -> Makespan.of(one, 1, 0, SEED));
    }
}
