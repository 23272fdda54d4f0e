package dev.weft.process;

import dev.weft.plan.CalibrationSpec;
import java.util.Objects;

/// What weft tells the child JVM of a calibration: one message, once.
public sealed interface ToCalibration {
    /// Calibrate; answered by [FromCalibration.Done] or [FromCalibration.Failed].
    record Calibrate(CalibrationSpec spec) implements ToCalibration {
        public Calibrate {
            Objects.requireNonNull(spec);
        }
    }
}
