package dev.weft.runjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weft.runjson.Calibration.Bandwidth;
import dev.weft.runjson.Calibration.OfArchive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Path ZIP = Path.of("/zips/a.zip");

    @Test
    void theSampleKeepsItsOrder() {
        assertThat(of(List.of(9L, 1L, 2L)).serviceNanos()).containsExactly(9L, 1L, 2L);
    }

    @Test
    void anArchiveWithoutASampleIsNotCalibrated() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(List.of()));
    }

    @Test
    void aBandwidthOfNothingIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bandwidth(0, 8));
    }

    @Test
    void knowsTheArchivesThatWereCalibrated() {
        Calibration calibration =
                new Calibration(List.of(of(List.of(1L))), Optional.empty(), 1, 100);
        assertThat(calibration.of(ZIP)).contains(of(List.of(1L)));
        assertThat(calibration.of(Path.of("/zips/b.zip"))).isEmpty();
    }

    private static OfArchive of(List<Long> serviceNanos) {
        return new OfArchive(ZIP, serviceNanos, Duration.ofMillis(5));
    }
}
