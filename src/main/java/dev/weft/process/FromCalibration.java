package dev.weft.process;

import dev.weft.runjson.Calibration;
import java.util.Objects;

/// The single message from the child JVM of a calibration to weft.
public sealed interface FromCalibration {
    /// The calibration succeeded.
    record Done(Calibration calibration) implements FromCalibration {
        public Done {
            Objects.requireNonNull(calibration);
        }
    }

    /// The calibration failed.
    ///
    /// @param message the reason, as one sentence
    record Failed(String message) implements FromCalibration {
        public Failed {
            Objects.requireNonNull(message);
        }
    }
}
