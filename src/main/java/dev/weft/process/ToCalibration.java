package dev.weft.process;

import dev.weft.plan.CalibrationSpec;
import java.util.Objects;

/// The single message from weft to the child JVM of a calibration.
public sealed interface ToCalibration {
    /// Starts the calibration; answered by [FromCalibration.Done] or [FromCalibration.Failed].
    record Calibrate(CalibrationSpec spec) implements ToCalibration {
        public Calibrate {
            Objects.requireNonNull(spec);
        }
    }
}
