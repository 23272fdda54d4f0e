package dev.weft.process;

import dev.weft.runjson.Calibration;
import java.util.Objects;

/// What the child JVM of a calibration tells weft: one message, once.
public sealed interface FromCalibration {
    /// What it measured.
    record Done(Calibration calibration) implements FromCalibration {
        public Done {
            Objects.requireNonNull(calibration);
        }
    }

    /// It came to nothing; one sentence says why.
    record Failed(String message) implements FromCalibration {
        public Failed {
            Objects.requireNonNull(message);
        }
    }
}
