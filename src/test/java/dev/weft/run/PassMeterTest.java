package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.record.ItemRow;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PassMeterTest {
    private final PassMeter meter = new PassMeter(1_000);

    @Test
    void hasNothingToTellOfAPassWithoutItems() {
        assertThat(meter.wall()).isEqualTo(Duration.ZERO);
        assertThat(meter.upload()).isEmpty();
        assertThat(meter.latencies()).isEmpty();
        assertThat(meter.firstFailure()).isEmpty();
    }

    @Test
    void uploadsRunFromTheFirstRequestToTheLastAnswerInWhateverOrderTheyEnd() {
        meter.ended(row(500, 900), Optional.empty());
        meter.ended(row(100, 700), Optional.empty());
        assertThat(meter.upload()).contains(Duration.ofNanos(800));
        assertThat(meter.wall()).isEqualTo(Duration.ofNanos(900));
    }

    @Test
    void anItemThatWasNeverSentIsNoPartOfTheUpload() {
        meter.ended(row(100, 700), Optional.empty());
        meter.ended(neverSent(2_000), Optional.of("CrcMismatch: wrong"));
        assertThat(meter.upload()).contains(Duration.ofNanos(600));
        assertThat(meter.wall()).isEqualTo(Duration.ofNanos(2_000));
    }

    @Test
    void waitsForConnectionsAreAddedUpOverTheItemsThatTell() {
        assertThat(meter.connectionWait()).isEmpty();
        meter.ended(neverSent(2_000), Optional.of("CrcMismatch: wrong"));
        assertThat(meter.connectionWait()).isEmpty();
        meter.ended(row(100, 700), Optional.empty());
        meter.ended(row(100, 700), Optional.empty());
        assertThat(meter.connectionWait()).contains(Duration.ofNanos(80));
    }

    @Test
    void noPercentileIsLongerThanTheLongestUpload() {
        meter.ended(row(0, 20_000_001), Optional.empty());
        assertThat(meter.latencies().orElseThrow().maxNanos()).isEqualTo(20_000_001);
        assertThat(meter.latencies().orElseThrow().p50Nanos()).isEqualTo(20_000_001);
    }

    @Test
    void whoeverWatchesGetsAPercentileThatIsASecondOldAtMost() {
        long second = Duration.ofSeconds(1).toNanos();
        meter.ended(row(0, 20_000_000), Optional.empty());
        assertThat(meter.progress(second)).isEqualTo(new Progress(1, 0));

        assertThat(meter.progress(second + 1_000).p99Nanos()).hasValue(20_000_000);
        meter.ended(row(0, 40_000_000), Optional.empty());
        meter.ended(row(0, 40_000_000), Optional.empty());

        assertThat(meter.progress(second + 2_000))
                .isEqualTo(new Progress(3, 0, OptionalLong.of(20_000_000)));
        assertThat(meter.progress(2 * second + 1_000).p99Nanos()).hasValue(40_000_000);
    }

    @Test
    void percentilesAreTrueToThreeDigits() {
        for (int upload = 1; upload <= 1_000; upload++) {
            meter.ended(row(0, upload * 1_000_000L), Optional.empty());
        }
        var latencies = meter.latencies().orElseThrow();
        assertThat(latencies.p50Nanos()).isBetween(500_000_000L, 500_500_000L);
        assertThat(latencies.p90Nanos()).isBetween(900_000_000L, 900_900_000L);
        assertThat(latencies.p99Nanos()).isBetween(990_000_000L, 990_990_000L);
        assertThat(latencies.maxNanos()).isEqualTo(1_000_000_000L);
    }

    @Test
    void anUploadOfHoursIsStillTold() {
        long twoHours = Duration.ofHours(2).toNanos();
        meter.ended(row(0, twoHours), Optional.empty());
        assertThat(meter.latencies().orElseThrow().maxNanos()).isEqualTo(twoHours);
    }

    @Test
    void momentsAreToldFromTheStart() {
        assertThat(meter.sinceStart(1_500)).isEqualTo(500);
        assertThat(meter.sinceStart(OptionalLong.empty())).isEmpty();
    }

    private static ItemRow row(long startedNanos, long endedNanos) {
        return new ItemRow(
                "trial",
                1,
                0,
                "a",
                10,
                OptionalLong.of(0),
                0,
                OptionalLong.of(startedNanos),
                endedNanos,
                1,
                OptionalInt.of(0),
                OptionalLong.of(40),
                Optional.empty());
    }

    private static ItemRow neverSent(long endedNanos) {
        return new ItemRow(
                "trial",
                1,
                1,
                "b",
                10,
                OptionalLong.of(0),
                0,
                OptionalLong.empty(),
                endedNanos,
                0,
                OptionalInt.of(0),
                OptionalLong.empty(),
                Optional.of("CrcMismatch"));
    }
}
