package dev.weft.session;

import dev.weft.calibrate.CalibrationException;
import dev.weft.calibrate.CalibrationKeys;
import dev.weft.child.CalibrationMain;
import dev.weft.plan.CalibrationSpec;
import dev.weft.process.ForkedCalibration;
import dev.weft.runjson.Calibration;
import dev.weft.screen.Terminal;
import dev.weft.store.Bucket;
import dev.weft.store.StoreException;
import java.nio.file.Path;
import java.util.Optional;

/// Has the target calibrated before the first trial, and tidies up after it. A run goes on without,
/// and says so.
record CalibrationStep(Terminal terminal, boolean quiet, Path folder, Bucket bucket) {
    /// The calibration; empty where it could not be had.
    Optional<Calibration> of(CalibrationSpec spec) throws InterruptedException {
        try {
            if (!quiet) {
                terminal.say("calibrating");
            }
            return Optional.of(
                    ForkedCalibration.of(
                                    CalibrationMain.class, folder.resolve("calibration.log"), spec)
                            .calibrate(spec));
        } catch (CalibrationException e) {
            terminal.say("there is no ideal to compare with: " + e.getMessage());
            return Optional.empty();
        } finally {
            tidyUp(spec.runId());
        }
    }

    private void tidyUp(String runId) {
        CalibrationKeys keys = new CalibrationKeys(runId);
        try {
            keys.deleteFrom(bucket);
        } catch (StoreException e) {
            terminal.say(
                    "objects below %s are still in the bucket: %s"
                            .formatted(keys.prefix(), e.getMessage()));
        }
    }
}
