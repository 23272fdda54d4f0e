package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.record.Ideal;
import dev.weft.record.Ideal.Bound;
import dev.weft.runjson.Calibration;
import dev.weft.runjson.Calibration.Bandwidth;
import dev.weft.runjson.Calibration.OfArchive;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Ideals of 500 files of 102,400 bytes on 2 cores, worked out by hand.
class IdealTimesTest {
    private static final Path ZIP = Path.of("/500x100KiB.zip");
    private static final ItemsSummary ITEMS = Specs.items();

    private List<Long> serviceNanos = List.of(20_000_000L);
    private Duration unzip = Duration.ofMillis(30);
    private Optional<Bandwidth> bandwidth = Optional.empty();
    private OptionalDouble rate = OptionalDouble.empty();

    @Test
    void aConstantLatencyIsAsManyRoundsAsTheItemsNeed() {
        // 500 / 64 = 7.8: eight rounds of 20 ms.
        assertThat(ideals().of(ZIP, ITEMS, 64)).contains(exactly(160, Bound.LATENCY));
        assertThat(ideals().of(ZIP, ITEMS, 500)).contains(exactly(30, Bound.UNZIP));
        assertThat(ideals().of(ZIP, ITEMS, 1)).contains(exactly(10_000, Bound.LATENCY));
    }

    @Test
    void theCheapestModeSaysWhatTheCpuAllows() {
        IdealTimes ideals = ideals();
        // 1.2 ms an upload: 500 * 1.2 / 2 cores.
        ideals.learn(ZIP, 64, ModeName.ASYNC, Duration.ofMillis(600), 500);
        assertThat(ideals.of(ZIP, ITEMS, 64)).contains(exactly(300, Bound.CPU));

        ideals.learn(ZIP, 64, ModeName.VIRTUAL, Duration.ofMillis(500), 500);
        assertThat(ideals.of(ZIP, ITEMS, 64)).contains(exactly(250, Bound.CPU));

        ideals.learn(ZIP, 64, ModeName.ASYNC, Duration.ofMillis(200), 500);
        assertThat(ideals.of(ZIP, ITEMS, 64))
                .as("0.8 ms on average")
                .contains(exactly(200, Bound.CPU));
    }

    @Test
    void whatAnUploadCostsIsLearnedForEachConcurrencyApart() {
        IdealTimes ideals = ideals();
        ideals.learn(ZIP, 16, ModeName.ASYNC, Duration.ofSeconds(6), 500);

        assertThat(ideals.of(ZIP, ITEMS, 64)).contains(exactly(160, Bound.LATENCY));
    }

    @Test
    void aPassThatStoredNothingTeachesNothing() {
        IdealTimes ideals = ideals();
        ideals.learn(ZIP, 64, ModeName.ASYNC, Duration.ofMillis(600), 0);

        assertThat(ideals.of(ZIP, ITEMS, 64)).contains(exactly(160, Bound.LATENCY));
    }

    @Test
    void bytesNeedTheirTimeOnTheWay() {
        bandwidth = Optional.of(new Bandwidth(10_240_000, 8));

        assertThat(ideals().of(ZIP, ITEMS, 8)).contains(exactly(5_000, Bound.BANDWIDTH));
    }

    @Test
    void whatFewConnectionsCarryIsNoBoundOfMany() {
        bandwidth = Optional.of(new Bandwidth(10_240_000, 8));

        assertThat(ideals().of(ZIP, ITEMS, 64)).contains(exactly(160, Bound.LATENCY));
    }

    @Test
    void theUnzipStageHandsOutOneAfterAnother() {
        unzip = Duration.ofMillis(700);

        assertThat(ideals().of(ZIP, ITEMS, 64)).contains(exactly(700, Bound.UNZIP));
    }

    @Test
    void aRateLimitHoldsWhateverTheConcurrency() {
        rate = OptionalDouble.of(250);

        assertThat(ideals().of(ZIP, ITEMS, 64)).contains(exactly(2_000, Bound.RATE));
    }

    @Test
    void aLatencyThatVariesGivesARange() {
        serviceNanos = List.of(10_000_000L, 20_000_000L, 30_000_000L, 100_000_000L);

        Ideal ideal = ideals().of(ZIP, ITEMS, 64).orElseThrow();

        assertThat(ideal.bound()).isEqualTo(Bound.LATENCY);
        assertThat(ideal.low()).isLessThan(ideal.wall());
        assertThat(ideal.high()).isGreaterThan(ideal.wall());
        // All work over all servers is the least that any schedule takes: 500 * 40 ms / 64.
        assertThat(ideal.wall()).isGreaterThan(Duration.ofMillis(312));
    }

    @Test
    void theRangeIsCutWhereSomethingElseAllowsNoLess() {
        serviceNanos = List.of(10_000_000L, 20_000_000L, 30_000_000L, 100_000_000L);
        rate = OptionalDouble.of(100);

        assertThat(ideals().of(ZIP, ITEMS, 64)).contains(exactly(5_000, Bound.RATE));
    }

    @Test
    void anArchiveThatWasNotCalibratedHasNone() {
        assertThat(ideals().of(Path.of("/other.zip"), ITEMS, 64)).isEmpty();
    }

    private IdealTimes ideals() {
        return new IdealTimes(
                new Calibration(
                        List.of(new OfArchive(ZIP, serviceNanos, unzip)), bandwidth, 200, 1),
                2,
                rate);
    }

    private static Ideal exactly(long millis, Bound bound) {
        Duration wall = Duration.ofMillis(millis);
        return new Ideal(wall, wall, wall, bound);
    }
}
