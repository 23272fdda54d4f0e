package dev.weft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.FakeTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockWatchTest {
    private final AtomicReference<Instant> wall =
            new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeTicker ticker = new FakeTicker(Duration.ZERO);
    private final ClockWatch watch = new ClockWatch(wall::get, ticker::nanos);

    @ParameterizedTest
    @ValueSource(longs = {0, 100, -100})
    void saysNothingUpToItsLimit(long stepMillis) {
        passes(Duration.ofHours(1), Duration.ofMillis(stepMillis));

        assertThat(watch.warning()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {101, -101, 3_600_000})
    void noticesAStep(long stepMillis) {
        passes(Duration.ofMinutes(1), Duration.ofMillis(stepMillis));

        assertThat(watch.warning())
                .contains(new MachineWarning.ClockStep(Duration.ofMillis(stepMillis)));
    }

    @Test
    void saysWhichWayAndHowFar() {
        passes(Duration.ofMinutes(1), Duration.ofMillis(-2_500));

        assertThat(watch.warning().orElseThrow().sentence()).contains("moved by -2.5 s");
    }

    private void passes(Duration time, Duration step) {
        ticker.advance(time);
        wall.updateAndGet(now -> now.plus(time).plus(step));
    }
}
