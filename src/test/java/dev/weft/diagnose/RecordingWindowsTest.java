package dev.weft.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weft.diagnose.RecordingWindows.RecordingWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingWindowsTest {
    private static final Instant ZERO = Instant.parse("2026-11-20T12:00:00Z");
    private final RecordingWindows windows =
            new RecordingWindows(
                    List.of(
                            new RecordingWindow(at(10), at(20)),
                            new RecordingWindow(at(30), at(35))));

    @Test
    void aWindowHasItsStartAndNotItsEnd() {
        assertThat(windows.contains(at(9))).isFalse();
        assertThat(windows.contains(at(10))).isTrue();
        assertThat(windows.contains(at(19))).isTrue();
        assertThat(windows.contains(at(20))).isFalse();
        assertThat(windows.contains(at(30))).isTrue();
    }

    @Test
    void aStretchIsClippedToAllOfThem() {
        assertThat(windows.overlap(at(0), at(40))).isEqualTo(Duration.ofSeconds(15));
        assertThat(windows.overlap(at(15), at(32))).isEqualTo(Duration.ofSeconds(7));
        assertThat(windows.overlap(at(21), at(29))).isEqualTo(Duration.ZERO);
    }

    @Test
    void theirTotalIsWhatTheyCover() {
        assertThat(windows.total()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aWindowDoesNotEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordingWindow(at(2), at(1)));
    }

    private static Instant at(int seconds) {
        return ZERO.plusSeconds(seconds);
    }
}
