/// Measures latency, bandwidth and unzip time with a client that is independent of all modes. The
/// ideal is computed from these measurements.
///
/// Start reading at [dev.weft.calibrate.Calibrator]. May use `archive`, `plan`, `run`, `runjson`,
/// `stats`, `store` and `verify`.
@NullMarked
package dev.weft.calibrate;

import org.jspecify.annotations.NullMarked;
