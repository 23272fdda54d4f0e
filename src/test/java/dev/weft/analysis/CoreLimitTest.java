package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.record.Ideal;
import dev.weft.record.Ideal.Bound;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreLimitTest {
    /// By hand: 60% of the latency over the time of an upload, and that time for as many at once
    /// over 60%.
    @ParameterizedTest
    @CsvSource({
        // 0.6 * 20 / 0.44 = 27.3; 64 * 0.44 / 0.6 = 46.9
        "440, 20, 64, 27, 47",
        // 0.6 * 20 / 0.3 = 40; 64 * 0.3 / 0.6 = 32
        "300, 20, 64, 40, 32",
        // 0.6 * 62 / 0.21 = 177.1; 256 * 0.21 / 0.6 = 89.6
        "210, 62, 256, 170, 90",
        // 0.6 * 100 / 0.4 = 150; 1000 * 0.4 / 0.6 = 666.7
        "400, 100, 1000, 150, 670",
        // 0.6 * 5 / 0.5 = 6; 8 * 0.5 / 0.6 = 6.67
        "500, 5, 8, 6, 6.7"
    })
    void leavesTheCoresAtMostSixtyPercentBusy(
            long micros, long latencyMillis, int concurrency, int most, double leastMillis) {
        CoreLimit limit = limit(micros, latencyMillis, concurrency);

        assertThat(limit.mostAtOnce()).hasValue(most);
        assertThat(limit.leastLatency().orElseThrow().toNanos() / 1e6).isEqualTo(leastMillis);
        assertThat(busy(most, micros, (double) latencyMillis)).isLessThanOrEqualTo(0.6);
        assertThat(busy(concurrency, micros, leastMillis)).isLessThanOrEqualTo(0.6);
    }

    @Test
    void namesNoConcurrencyWhereNotEvenTwoWouldDo() {
        assertThat(limit(500, 1, 8).mostAtOnce()).isEmpty();
        assertThat(limit(500, 0, 8).mostAtOnce()).isEmpty();
        assertThat(limit(500, 0, 8).leastLatency()).contains(Duration.ofNanos(6_700_000));
    }

    @Test
    void namesNothingThatIsSoAlready() {
        assertThat(limit(10, 86_400_000, 8).mostAtOnce()).isEmpty();
        assertThat(limit(10, 86_400_000, 8).leastLatency()).isEmpty();
    }

    @Test
    void namesNothingWhereTheLatencyIsNotKnown() {
        CoreLimit limit = new CoreLimit(Duration.ofMillis(1), Optional.empty(), 64);

        assertThat(limit.mostAtOnce()).isEmpty();
        assertThat(limit.leastLatency()).isEmpty();
    }

    @Test
    void ofAModeIsTheIdealThatTheCpuBounds() {
        // 220 ms for 500 files, with 64 at once at 20 ms.
        assertThat(CoreLimit.of(summary(Bound.CPU))).contains(limit(440, 20, 64));
        assertThat(CoreLimit.of(summary(Bound.LATENCY))).isEmpty();
    }

    private static double busy(int concurrency, long micros, double latencyMillis) {
        return concurrency * (micros / 1e3) / latencyMillis;
    }

    private static CoreLimit limit(long micros, long latencyMillis, int concurrency) {
        return new CoreLimit(
                Duration.ofNanos(micros * 1_000),
                Optional.of(Duration.ofMillis(latencyMillis)),
                concurrency);
    }

    private static ModeSummary summary(Bound bound) {
        Duration wall = Duration.ofMillis(220);
        Passes pass =
                Passes.of(ModeName.ASYNC).ideal(Optional.of(new Ideal(wall, wall, wall, bound)));
        return Analysis.of(List.of(pass.row())).summaries().getFirst();
    }
}
