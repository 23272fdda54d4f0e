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

/// Calibrates the target before the first trial and deletes the objects of the calibration. If the
/// calibration fails, prints the reason, and the run continues without an ideal.
record CalibrationStep(Terminal terminal, boolean quiet, Path folder, Bucket bucket) {
    /// Returns the calibration; empty if it failed.
    Optional<Calibration> of(CalibrationSpec spec) throws InterruptedException {
        try {
            if (!quiet) {
                terminal.printMessage("calibrating");
            }
            return Optional.of(
                    ForkedCalibration.of(
                                    CalibrationMain.class, folder.resolve("calibration.log"), spec)
                            .calibrate(spec));
        } catch (CalibrationException e) {
            terminal.printMessage("there is no ideal to compare with: " + e.getMessage());
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
            terminal.printMessage(
                    "objects below %s are still in the bucket: %s"
                            .formatted(keys.prefix(), e.getMessage()));
        }
    }
}
