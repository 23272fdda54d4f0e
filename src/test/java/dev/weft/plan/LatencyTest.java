package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LatencyTest {
    private static final Latency.LogNormal SPREAD =
            new Latency.LogNormal(Duration.ofMillis(20), Duration.ofMillis(120));
    private static final Latency.Quantiles STEPS =
            Latency.Quantiles.ofLines(
                    List.of(
                            "# of a real bucket",
                            "0.1,10ms",
                            "",
                            "0.5, 20ms",
                            "p90,100ms",
                            "1,1s"));

    @Test
    void aLogNormalGoesThroughItsTwoPercentiles() {
        assertThat(SPREAD.median()).isEqualTo(Duration.ofMillis(20));
        assertThat(SPREAD.at(0)).isEqualTo(Duration.ofMillis(20));
        assertThat(SPREAD.at(2.3263478740408408).toNanos()).isCloseTo(120_000_000L, within(10L));
    }

    @Test
    void aLogNormalIsCutAtFiveDeviations() {
        assertThat(SPREAD.at(5)).isEqualTo(SPREAD.longest()).isLessThan(Duration.ofSeconds(1));
        assertThat(SPREAD.at(9)).isEqualTo(SPREAD.longest());
        assertThat(SPREAD.at(-9)).isEqualTo(SPREAD.at(-5)).isPositive();
        assertThat(new Latency.LogNormal(Duration.ofNanos(1), Latency.LIMIT).longest())
                .isEqualTo(Latency.LIMIT);
    }

    @Test
    void quantilesAreJoinedByStraightLines() {
        assertThat(STEPS.at(0)).isEqualTo(Duration.ofMillis(10));
        assertThat(STEPS.at(0.1)).isEqualTo(Duration.ofMillis(10));
        assertThat(STEPS.at(0.3).toNanos()).isCloseTo(15_000_000L, within(10L));
        assertThat(STEPS.median()).isEqualTo(Duration.ofMillis(20));
        assertThat(STEPS.at(0.95).toNanos()).isCloseTo(550_000_000L, within(10L));
        assertThat(STEPS.at(1)).isEqualTo(STEPS.longest()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void s3StandardGoesThroughWhatIsPublished() {
        Latency.LogNormal standard = (Latency.LogNormal) Latency.Named.S3_STANDARD.distribution();
        assertThat(standard.median()).isEqualTo(Duration.ofMillis(62));
        // The 90th and 99th percentile of the standard normal distribution.
        assertThat(standard.at(1.2815515655446004).toNanos() / 1e6).isCloseTo(90, within(0.5));
        assertThat(standard.at(2.3263478740408408).toNanos() / 1e6).isCloseTo(122, within(0.01));
        assertThat(Latency.Named.S3_STANDARD.longest()).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void s3ExpressStaysInTheRangeThatIsPublished() {
        Latency.Quantiles express = (Latency.Quantiles) Latency.Named.S3_EXPRESS.distribution();
        assertThat(express.at(0)).isEqualTo(Duration.ofMillis(7));
        assertThat(Latency.Named.S3_EXPRESS.median()).isEqualTo(Duration.ofNanos(8_500_000));
        assertThat(Latency.Named.S3_EXPRESS.longest()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void aFileOfQuantilesIsItsContent() {
        assertThat(STEPS).hasToString("quantiles(p10=10ms,p50=20ms,p90=100ms,p100=1s)");
        assertThat(Latency.parse(STEPS.toString())).isEqualTo(STEPS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantile,time", "0.5", "0.5,20", "0.5;20ms", "50,20ms", "0.5,1ms,2ms"})
    void aBadLineOfQuantilesIsRefused(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latency.Quantiles.ofLines(List.of(line)));
    }

    @Test
    void aQuantileIsNamedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latency.Quantiles.ofLines(List.of("0.5,1ms", "p50,2ms")))
                .withMessageContaining("each quantile once");
    }
}
