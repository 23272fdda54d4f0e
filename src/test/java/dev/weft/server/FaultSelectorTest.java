package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.plan.Fault;
import dev.weft.plan.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultSelectorTest {
    private static final int ITEMS = 20_000;

    @Test
    void theSameItemMeetsTheSameFaultInEveryRunTrialAndPass() {
        FaultSelector play = play("fault=error(share=20%) fault=stall(share=20%)");

        for (int item = 0; item < 500; item++) {
            assertThat(play.met(arrival("weft/r1/t1/cold/%08d-a".formatted(item), 1)))
                    .isEqualTo(play.met(arrival("weft/r2/t7/warm-2/%08d-a".formatted(item), 1)));
        }
    }

    @Test
    void aShareIsMetByAboutSoManyItems() {
        assertThat(met(play("fault=error(share=1%)"))).hasSizeBetween(150, 250);
        assertThat(met(play("fault=error(share=100%)"))).hasSize(ITEMS);
    }

    @Test
    void anotherSeedChoosesOtherItems() {
        List<Integer> one = met(play("fault=error(share=1%) fault-seed=1"));
        List<Integer> other = met(play("fault=error(share=1%) fault-seed=2"));

        assertThat(met(play("fault=error(share=1%) fault-seed=1"))).isEqualTo(one);
        assertThat(one.stream().filter(other::contains)).hasSizeLessThan(20);
    }

    @Test
    void anotherFaultLeavesTheItemsOfTheFirstAlone() {
        FaultSelector one = play("fault=error(share=1%)");
        FaultSelector both = play("fault=stall(share=1%) fault=error(share=1%)");
        List<Integer> stalled =
                met(both).stream().filter(item -> is(both, item, Fault.Kind.STALL)).toList();

        assertThat(met(both).stream().filter(item -> is(both, item, Fault.Kind.ERROR)))
                .isEqualTo(met(one).stream().filter(item -> !stalled.contains(item)).toList());
        assertThat(stalled).hasSizeBetween(150, 250);
    }

    @Test
    void twoFaultsOfOneKindDrawApart() {
        FaultSelector once = play("fault=error(share=1%)");
        FaultSelector twice = play("fault=error(share=1%,attempts=1) fault=error(share=1%)");

        assertThat(met(twice).size()).isGreaterThan(met(once).size() + 100);
    }

    @Test
    void aRetryMendsAFaultOfTheFirstAttempts() {
        FaultSelector play = play("fault=error(share=100%,attempts=2)");

        assertThat(play.met(arrival("a", 1))).isPresent();
        assertThat(play.met(arrival("a", 2))).isPresent();
        assertThat(play.met(arrival("a", 3))).isEmpty();
        assertThat(play("fault=error(share=100%)").met(arrival("a", 99))).isPresent();
    }

    @Test
    void whatWeftUploadsForItselfMeetsNoFault() {
        FaultSelector play = play("fault=error(share=100%)");

        assertThat(play.met(arrival("weft/r1/server/warmup/00000001-a", 1))).isEmpty();
        assertThat(play.met(arrival("weft/r1/calibration/00000001-upload", 1))).isEmpty();
        assertThat(play.met(arrival("weft/r1/t1/cold/00000001-a", 1))).isPresent();
    }

    @Test
    void aLogNormalLatencyHasItsPercentiles() {
        long[] nanos = latencies(play("latency=lognormal(p50=20ms,p99=120ms) fault-seed=5"));

        assertThat(nanos[ITEMS / 2] / 1e6).isCloseTo(20, within(0.5));
        assertThat(nanos[ITEMS * 99 / 100] / 1e6).isCloseTo(120, within(8.0));
        // 20 ms divided by what lies between the median and 120 ms.
        assertThat(nanos[ITEMS / 100] / 1e6).isCloseTo(20.0 / 6, within(0.3));
    }

    @Test
    void latenciesFollowTheQuantilesOfAFile() {
        long[] nanos = latencies(play("latency=quantiles(p0=10ms,p50=20ms,p100=120ms)"));

        assertThat(nanos[0] / 1e6).isBetween(10.0, 10.1);
        assertThat(nanos[ITEMS / 4] / 1e6).isCloseTo(15, within(0.2));
        assertThat(nanos[ITEMS * 3 / 4] / 1e6).isCloseTo(70, within(2.0));
        assertThat(nanos[ITEMS - 1] / 1e6).isBetween(119.0, 120.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lognormal(p50=20ms,p99=120ms)",
                "quantiles(p0=10ms,p100=120ms)",
                "s3-standard",
                "s3-express"
            })
    void latencyDiffersByBlockAndNotByModePassOrRun(String latency) {
        FaultSelector play = play("latency=" + latency);
        Duration first = play.latency(arrival("weft/r1/b1-1-async-c64/1/00000001-a", 1));

        assertThat(play.latency(arrival("weft/r1/b1-3-virtual-c64/7/00000001-a", 1)))
                .isEqualTo(play.latency(arrival("weft/r2/after-b1-2-async-c8/1/00000001-a", 1)))
                .isEqualTo(first);
        assertThat(play.latency(arrival("weft/r1/b2-1-async-c64/1/00000001-a", 1)))
                .isNotEqualTo(first);
    }

    @Test
    void faultsAreTheSameInEveryBlock() {
        FaultSelector play = play("latency=s3-standard fault=error(share=20%)");

        for (int item = 0; item < 500; item++) {
            assertThat(play.met(arrival("weft/r1/b1-1-async-c64/1/%08d-a".formatted(item), 1)))
                    .isEqualTo(
                            play.met(
                                    arrival("weft/r1/b2-1-async-c64/1/%08d-a".formatted(item), 1)));
        }
    }

    @Test
    void aNamedLatencyIsItsDistribution() {
        assertThat(latencies(play("latency=s3-standard")))
                .isEqualTo(latencies(play("latency=lognormal(p50=62ms,p99=122ms)")));
        assertThat(latencies(play("latency=s3-express")))
                .isEqualTo(latencies(play("latency=quantiles(p0=7ms,p100=10ms)")));
    }

    @Test
    void latencyFollowsFromItemAndAttempt() {
        FaultSelector play = play("latency=lognormal(p50=20ms,p99=120ms)");
        Duration first = play.latency(arrival("weft/r1/t1/cold/00000001-a", 1));

        assertThat(play.latency(arrival("weft/r2/t2/warm-1/00000001-a", 1))).isEqualTo(first);
        assertThat(play.latency(arrival("weft/r1/t1/cold/00000001-a", 2))).isNotEqualTo(first);
        assertThat(play.latency(arrival("weft/r1/t1/cold/00000002-a", 1))).isNotEqualTo(first);
    }

    private static FaultSelector play(String plan) {
        return new FaultSelector(FaultPlan.parse(plan));
    }

    private static ArrivedUpload arrival(String key, int attempt) {
        return new ArrivedUpload(UploadKey.of(key), attempt);
    }

    private static boolean is(FaultSelector play, int item, Fault.Kind kind) {
        return play.met(arrival("item-" + item, 1))
                .filter(fault -> fault.label().equals(kind.label()))
                .isPresent();
    }

    private static List<Integer> met(FaultSelector play) {
        return IntStream.range(0, ITEMS)
                .filter(item -> !play.met(arrival("item-" + item, 1)).equals(Optional.empty()))
                .boxed()
                .toList();
    }

    /// In ascending order.
    private static long[] latencies(FaultSelector play) {
        return LongStream.range(0, ITEMS)
                .map(item -> play.latency(arrival("item-" + item, 1)).toNanos())
                .sorted()
                .toArray();
    }
}
