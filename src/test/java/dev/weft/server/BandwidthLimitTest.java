package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.plan.ByteSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BandwidthLimitTest {
    private static final int KIB = 1024;

    private final FakeTicker ticker = new FakeTicker();
    private final BandwidthLimit pace =
            new BandwidthLimit(new ByteSize(100 * KIB), ticker, ticker::pass);

    @Test
    void bytesTakeTheTimeThatTheRateGivesThem() throws IOException {
        assertThat(body(100 * KIB).readAllBytes()).hasSize(100 * KIB);

        assertThat(ticker.passed().toMillis()).isCloseTo(1000, within(1L));
    }

    @Test
    void allStreamsShareTheRate() throws IOException {
        InputStream one = body(50 * KIB);
        InputStream other = body(50 * KIB);
        while (one.read(new byte[KIB], 0, KIB) > 0) {
            assertThat(other.read(new byte[KIB], 0, KIB)).isEqualTo(KIB);
        }

        assertThat(ticker.passed().toMillis()).isCloseTo(1000, within(1L));
    }

    @Test
    void aPauseIsNoCreditForLater() throws IOException {
        ticker.pass(Duration.ofMinutes(1));

        body(100 * KIB).readAllBytes();

        assertThat(ticker.passed().minusMinutes(1).toMillis()).isCloseTo(990, within(1L));
    }

    @Test
    void comesInSmallSteps() throws IOException {
        InputStream body = body(100 * KIB);

        assertThat(body.read(new byte[100 * KIB], 0, 100 * KIB)).isEqualTo(10 * KIB);
    }

    @Test
    void singleBytesCountToo() throws IOException {
        InputStream body = body(KIB);
        while (body.read() >= 0) {
            assertThat(ticker.passed()).isLessThan(Duration.ofMillis(11));
        }

        assertThat(ticker.passed()).isGreaterThan(Duration.ofMillis(9));
    }

    private InputStream body(int bytes) {
        return pace.of(new ByteArrayInputStream(new byte[bytes]));
    }
}
