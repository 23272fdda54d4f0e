package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.testing.FakeTicker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The limit is 8 ms, so the watchdog checks every millisecond. The clock advances by 1 ms at each
/// check.
@Timeout(60)
class WatchdogTest {
    private static final Duration LIMIT = Duration.ofMillis(8);

    private final FakeTicker ticker = new FakeTicker(Duration.ofMillis(1));
    private final Watchdog watchdog = new Watchdog(LIMIT, ticker);
    private final CompletableFuture<String> driving = new CompletableFuture<>();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void seesAStallWhenNothingMovedForTheLimit() throws Exception {
        assertThat(watchdog.seesTheEndOf(driving, () -> looks.getAndIncrement() * 0L)).isFalse();
        assertThat(looks).as("the first look and eight more").hasValue(9);
    }

    @Test
    void aPassThatIsMerelySlowIsNeverEnded() throws Exception {
        boolean ended =
                watchdog.seesTheEndOf(
                        driving,
                        () -> {
                            int look = looks.getAndIncrement();
                            if (look == 100) {
                                driving.complete("done");
                            }
                            return look / 8;
                        });
        assertThat(ended).isTrue();
        assertThat(looks).hasValueGreaterThan(100);
    }

    @Test
    void aStallAfterSomeMovementIsCountedFromTheLastOne() throws Exception {
        assertThat(watchdog.seesTheEndOf(driving, () -> Math.min(5, looks.getAndIncrement())))
                .isFalse();
        assertThat(looks).hasValue(5 + 9);
    }

    @Test
    void tellsHowADrivingFailed() {
        driving.completeExceptionally(new IllegalStateException("broken"));
        assertThatThrownBy(() -> watchdog.seesTheEndOf(driving, () -> 0))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("broken");
    }
}
