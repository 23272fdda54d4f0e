package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
    private final FakeTicker ticker = new FakeTicker();
    private final RateLimit limit = new RateLimit(100, ticker);

    @Test
    void admitsOneSecondsWorthAtOnce() {
        assertThat(admitted("a/", 300)).isEqualTo(100);
    }

    @Test
    void admitsTheRateFromThenOn() {
        assertThat(admitted("a/", 300)).isEqualTo(100);

        ticker.pass(Duration.ofMillis(10));
        assertThat(admitted("a/", 300)).isEqualTo(1);
        ticker.pass(Duration.ofMillis(500));
        assertThat(admitted("a/", 300)).isEqualTo(50);
        ticker.pass(Duration.ofHours(1));
        assertThat(admitted("a/", 300)).isEqualTo(100);
    }

    @Test
    void aRefusalCostsNothing() {
        assertThat(admitted("a/", 100_000)).isEqualTo(100);
        ticker.pass(Duration.ofMillis(10));

        assertThat(admitted("a/", 2)).isEqualTo(1);
    }

    @Test
    void everyPrefixHasItsOwn() {
        assertThat(admitted("a/", 300)).isEqualTo(100);
        assertThat(admitted("b/", 300)).isEqualTo(100);
    }

    @Test
    void forgetsOnlyPrefixesThatAreFullAgain() {
        assertThat(admitted("a/", 300)).isEqualTo(100);
        IntStream.range(0, 5_000).forEach(number -> limit.admits("other-" + number));

        assertThat(admitted("a/", 300)).isZero();
    }

    private long admitted(String prefix, int requests) {
        return IntStream.range(0, requests).filter(_ -> limit.admits(prefix)).count();
    }
}
