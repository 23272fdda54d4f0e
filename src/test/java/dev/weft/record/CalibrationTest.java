package dev.weft.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weft.record.Calibration.Bandwidth;
import dev.weft.record.Calibration.OfArchive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    private static final Path ZIP = Path.of("/zips/a.zip");

    /// What R says to `quantile(c(30, 10, 20, 47), share)`.
    @ParameterizedTest
    @CsvSource({"0, 10", "0.25, 17.5", "0.5, 25", "0.75, 34.25", "0.9, 41.9", "1, 47"})
    void quantilesAreThoseOfR(double share, double expected) {
        OfArchive archive = of(List.of(30_000L, 10_000L, 20_000L, 47_000L));
        assertThat(archive.quantileNanos(share)).isEqualTo(Math.round(expected * 1_000));
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(of(List.of(9L, 1L, 2L)).medianNanos()).isEqualTo(2);
        assertThat(of(List.of(7L)).medianNanos()).isEqualTo(7);
    }

    @Test
    void theSampleKeepsItsOrder() {
        assertThat(of(List.of(9L, 1L, 2L)).serviceNanos()).containsExactly(9L, 1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void aShareIsBetweenZeroAndOne(double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(List.of(1L)).quantileNanos(share));
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
