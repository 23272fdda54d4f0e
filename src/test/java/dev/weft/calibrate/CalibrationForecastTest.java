package dev.weft.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Forecast;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.RequestCounts;
import dev.weft.verify.ArchiveManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CalibrationForecastTest {
    @Test
    void theBandwidthTakesNoMoreRoundsAndBytesThanWereForecast() throws Exception {
        List<Integer> rounds = new ArrayList<>();
        // More bytes take a little more time, so that no round ends the measurement early.
        var _ =
                new BandwidthProbe(
                                bytesEach -> {
                                    rounds.add(bytesEach);
                                    return bytesEach;
                                },
                                8)
                        .measure();
        assertThat(rounds).hasSize(BandwidthProbe.MOST_ROUNDS);
        assertThat(rounds.stream().mapToLong(Integer::longValue).sum())
                .isEqualTo(BandwidthProbe.MOST_BYTES_EACH);
    }

    @Test
    void countsTwoHundredUploadsAnArchiveAndTheRounds() {
        Forecast forecast = new CalibrationForecast(64, false).of(List.of(zip(500), zip(50)));
        assertThat(forecast.requests()).isEqualTo(new RequestCounts(400 + 8 * (40 + 9), 1, 0, 1));
        assertThat(forecast.bytes())
                .isEqualTo(400 * 10 + 8 * (40 * 1_024 + BandwidthProbe.MOST_BYTES_EACH));
    }

    @Test
    void usesNoMoreConnectionsThanTheRun() {
        assertThat(new CalibrationForecast(1, false).of(List.of(zip(1))).requests().puts())
                .isEqualTo(200 + 40 + 9);
    }

    @Test
    void deletesEveryVersionWhereTheyAreKept() {
        Forecast forecast = new CalibrationForecast(64, true).of(List.of(zip(500)));
        assertThat(forecast.requests()).isEqualTo(new RequestCounts(200 + 8 * 49, 3, 0, 2));
    }

    private static ArchiveManifest zip(int files) {
        return new ArchiveManifest(
                Path.of("a.zip"),
                new ItemsSummary(
                        "a.zip",
                        files,
                        10L * files,
                        OptionalLong.of(10),
                        ItemsSummary.OWN,
                        OptionalLong.empty()),
                List.of());
    }
}
