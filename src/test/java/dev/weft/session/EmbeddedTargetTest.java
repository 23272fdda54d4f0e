package dev.weft.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedTargetTest {
    @ParameterizedTest
    @CsvSource({
        "0, 256",
        "102400, 256",
        "1048576, 256",
        "16777216, 16",
        "536870912, 1",
        "6442450944, 1"
    })
    void aWarmUpWithLargeFilesOpensFewerOfThem(long largestBytes, int connections) {
        assertThat(EmbeddedTarget.warmupConnections(largestBytes)).isEqualTo(connections);
    }

    @ParameterizedTest
    @CsvSource({"0, 500", "8, 500", "51, 510", "2000, 20000", "500000000000, 20000"})
    void aRunOfFewUploadsDoesNotWaitForAWarmUpOfMany(long uploads, int warmup) {
        assertThat(EmbeddedTarget.warmup(uploads).mostUploads()).isEqualTo(warmup);
    }
}
