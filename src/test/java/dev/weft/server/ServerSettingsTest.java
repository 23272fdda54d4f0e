package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerSettingsTest {
    private static final Path FOLDER = Path.of("spill");

    private final ServerSettings settings = ServerSettings.onLoopback("bucket", FOLDER);

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ab", "Upper", "under_score", "-start", "end-", "with space", "a/b"})
    void refusesABucketThatS3WouldNotTake(String bucket) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerSettings.onLoopback(bucket, FOLDER))
                .withMessageContaining("is not a bucket name");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refusesAPortThatDoesNotExist(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withPort(port))
                .withMessageContaining("0 to 65535");
    }

    @Test
    void refusesALatencyOrLimitOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withPutLatency(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withMemoryBytes(-1));
    }

    @Test
    void neverPrintsTheSecret() {
        assertThat(settings.toString())
                .doesNotContain(settings.credentials().secretAccessKey())
                .contains(settings.credentials().accessKeyId());
    }
}
