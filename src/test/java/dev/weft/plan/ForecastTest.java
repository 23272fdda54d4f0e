package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.Specs;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Path ZIP = Path.of("/zips/a.zip");

    @Test
    void countsEveryUploadAndEveryByteOfColdWarmUpAndWarm() {
        Forecast forecast = of(items(10, 1_005), 64, Optional.of(Duration.ofMillis(20)));
        assertThat(forecast.puts()).isEqualTo(10 + 25 + 10);
        assertThat(forecast.bytes()).isEqualTo(1_005 + (2 * 1_005 + 502) + 1_005);
    }

    @Test
    void listsAndDeletesByTheThousand() {
        Forecast forecast = of(items(2_500, 2_500), 64, Optional.of(Duration.ZERO));
        assertThat(forecast.others()).isEqualTo(3 * 2 * 3);
        assertThat(forecast.requests()).isEqualTo(forecast.puts() + forecast.others());
    }

    @Test
    void costsWhatTheRequestsCost() {
        assertThat(new Forecast(9_000, 1, 1_000, Duration.ZERO).dollars()).isEqualTo(0.05);
    }

    @Test
    void takesLongerAtALongerLatencyAndAtALowerConcurrency() {
        Duration base = of(items(500, 500), 10, Optional.of(Duration.ofMillis(20))).time();
        assertThat(of(items(500, 500), 10, Optional.of(Duration.ofMillis(200))).time())
                .isGreaterThan(base.multipliedBy(2));
        assertThat(of(items(500, 500), 1, Optional.of(Duration.ofMillis(20))).time())
                .isGreaterThan(base.multipliedBy(4));
    }

    @Test
    void assumesALatencyWhereNobodyKnowsIt() {
        assertThat(of(items(500, 500), 10, Optional.empty()).time())
                .isEqualTo(of(items(500, 500), 10, Optional.of(Duration.ofMillis(50))).time());
    }

    @Test
    void addsUpItsTrials() {
        Forecast one = Forecast.of(List.of(trial(8, Optional.empty())), _ -> items(10, 10), 2);
        Forecast two =
                Forecast.of(
                        List.of(trial(8, Optional.empty()), trial(8, Optional.empty())),
                        _ -> items(10, 10),
                        2);
        assertThat(two.puts()).isEqualTo(2 * one.puts());
        assertThat(two.time()).isCloseTo(one.time().multipliedBy(2), Duration.ofMillis(1));
    }

    @Test
    void aWarmUpTakesNoLongerThanItsLimit() {
        Forecast slow = of(items(10, 10), 1, Optional.of(Duration.ofHours(1)));
        // Two passes of ten hours, and a warm-up of a minute at most.
        assertThat(slow.time()).isBetween(Duration.ofHours(20), Duration.ofMinutes(20 * 60 + 2));
    }

    private static Forecast of(Items items, int concurrency, Optional<Duration> latency) {
        return Forecast.of(List.of(trial(concurrency, latency)), _ -> items, 2);
    }

    private static PlannedTrial trial(int concurrency, Optional<Duration> latency) {
        Target target =
                new Target(
                        Target.Kind.CONFIGURED,
                        Optional.of(URI.create("http://127.0.0.1:9")),
                        "us-east-1",
                        "weft-test",
                        true,
                        new Credentials.Chain(Optional.empty()),
                        latency);
        return new PlannedTrial(
                Specs.trial(ModeName.VIRTUAL, concurrency, target),
                1,
                1,
                1,
                List.of(Specs.cold(ZIP), Specs.warmup(ZIP, 25), Specs.warm(2, ZIP)));
    }

    private static Items items(int files, long bytes) {
        return new Items(
                "a.zip", files, bytes, OptionalLong.empty(), Items.OWN, OptionalLong.empty());
    }
}
