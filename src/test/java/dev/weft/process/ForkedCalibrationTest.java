package dev.weft.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.calibrate.CalibrationException;
import dev.weft.plan.CalibrationSpec;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.UnzipLimits;
import dev.weft.runjson.Calibration;
import dev.weft.testing.Processes;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Children that do not do what they are asked to.
@Timeout(60)
class ForkedCalibrationTest {
    private static final CalibrationSpec SPEC =
            new CalibrationSpec(
                    "run",
                    List.of(Path.of("/a.zip"), Path.of("/b.zip")),
                    UnzipLimits.STANDARD,
                    8,
                    FairnessContract.standard(8),
                    Specs.nowhere());

    @TempDir private Path folder;

    @Test
    void oneThatDiesLeavesItsLastWords() {
        assertThatThrownBy(() -> calibrate(Children.DeadOnArrival.class, Duration.ofMinutes(1)))
                .isInstanceOf(CalibrationException.class)
                .hasMessage(
                        "the calibration came to nothing: "
                                + "its JVM ended with exit code 3: two | three | out of luck");
    }

    @Test
    void oneThatTalksNonsenseIsEnded() {
        Set<Long> before = Processes.ofOurs();
        assertThatThrownBy(() -> calibrate(Children.TalkativeServer.class, Duration.ofMinutes(1)))
                .isInstanceOf(CalibrationException.class)
                .hasMessage(
                        "the calibration came to nothing: it sent something else than a message: Hello!");
        assertThat(Processes.ofOurs()).isEqualTo(before);
    }

    @Test
    void oneThatNeverAnswersIsEnded() {
        Set<Long> before = Processes.ofOurs();
        assertThatThrownBy(() -> calibrate(Children.Stubborn.class, Duration.ofSeconds(1)))
                .isInstanceOf(CalibrationException.class)
                .hasMessage("the calibration came to nothing: it took longer than 1 s");
        assertThat(Processes.ofOurs()).isEqualTo(before);
    }

    @Test
    void isEndedWhereWhoWaitsForItIsInterrupted() {
        Set<Long> before = Processes.ofOurs();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> calibrate(Children.Stubborn.class, Duration.ofMinutes(1)))
                .isInstanceOf(InterruptedException.class);
        assertThat(Processes.ofOurs()).isEqualTo(before);
    }

    @Test
    void eachArchiveGetsItsTime() {
        assertThat(
                        ForkedCalibration.of(Children.Stubborn.class, folder.resolve("log"), SPEC)
                                .limit())
                .isEqualTo(Duration.ofMinutes(3));
    }

    private Calibration calibrate(Class<?> main, Duration limit) throws Exception {
        return new ForkedCalibration(main, folder.resolve("calibration.log"), limit)
                .calibrate(SPEC);
    }
}
