package dev.weft.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runjson.Calibration.Bandwidth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandwidthProbeTest {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;
    private static final int SMALL = 256 * KIB;

    private final List<Integer> sizes = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"0, 1", "20, 1", "200, 1", "0, 8", "20, 8", "200, 8", "2000, 8"})
    void findsTheBandwidthWhateverTheLatencyIs(long latencyMillis, int connections)
            throws Exception {
        long bytesPerSecond = 100_000_000;
        Bandwidth found = probe(connections, latencyMillis, bytesPerSecond).measure().orElseThrow();
        assertThat(found.connections()).isEqualTo(connections);
        assertThat((double) found.bytesPerSecond()).isBetween(99_999_000.0, 100_001_000.0);
    }

    /// By hand: 8 connections, s1 = 256 KiB in 10 ms, s2 = 8 MiB in 30 ms, so 8 * 7.75 MiB in 20
    /// ms.
    @Test
    void dividesWhatIsMoreByTheTimeThatItTakesMore() throws Exception {
        assertThat(scripted(8, 99, 10, 12, 10, 30, 10, 30, 10, 30).measure())
                .contains(new Bandwidth(8L * (8 * MIB - SMALL) * 50, 8));
        assertThat(sizes)
                .containsExactly(SMALL, SMALL, MIB, SMALL, 8 * MIB, SMALL, 8 * MIB, SMALL, 8 * MIB);
    }

    @Test
    void theMiddleOfThreeDifferencesCounts() throws Exception {
        assertThat(scripted(1, 99, 10, 12, 10, 5, 10, 30, 10, 410).measure())
                .contains(new Bandwidth((8L * MIB - SMALL) * 50, 1));
    }

    @Test
    void isEmptyWhereMoreBytesTakeNoMoreTime() throws Exception {
        assertThat(scripted(8, 99, 10, 12, 10, 30, 10, 10, 10, 9).measure()).isEmpty();
    }

    @Test
    void sendsTheLargestBodiesWhereTheyTakeNoTime() throws Exception {
        assertThat(scripted(8, 99, 20, 20, 20, 21, 20, 21, 20, 21).measure()).isPresent();
        assertThat(sizes).contains(8 * MIB);
    }

    /// 8 connections at 32 MiB/s with no latency: 16 MiB fit into half a second, 2 MiB each.
    @Test
    void aLongRoundTakesAboutHalfASecond() throws Exception {
        assertThat(probe(8, 0, 32L * MIB).measure()).isPresent();
        assertThat(sizes.getLast()).isBetween(2 * MIB - 100, 2 * MIB);
    }

    @Test
    void aSlowTargetGetsNoMoreThanTwiceTheSmallBody() throws Exception {
        assertThat(probe(8, 0, 4L * MIB).measure()).isPresent();
        assertThat(sizes).containsOnly(SMALL, 2 * SMALL);
    }

    @Test
    void noPairBeginsAfterFiveSeconds() throws Exception {
        assertThat(probe(8, 0, MIB).measure().orElseThrow().bytesPerSecond()).isEqualTo(MIB);
        assertThat(sizes).containsExactly(SMALL, SMALL, SMALL, 2 * SMALL);
    }

    private BandwidthProbe probe(int connections, long latencyMillis, long bytesPerSecond) {
        return new BandwidthProbe(
                bytesEach -> {
                    sizes.add(bytesEach);
                    long bytes = (long) bytesEach * connections;
                    return latencyMillis * 1_000_000 + bytes * 1_000_000_000 / bytesPerSecond;
                },
                connections);
    }

    private BandwidthProbe scripted(int connections, long... millis) {
        Iterator<Long> left = java.util.Arrays.stream(millis).boxed().iterator();
        return new BandwidthProbe(
                bytesEach -> {
                    sizes.add(bytesEach);
                    return left.next() * 1_000_000;
                },
                connections);
    }
}
