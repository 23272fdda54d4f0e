/// Measures what server, network and archive need, with a client of no form of concurrency: what
/// the ideal is made of.
///
/// Start reading at [dev.weft.calibrate.Calibrator]. May touch `plan`, `archive`, `store`,
/// `record`, and `run` for its ticker.
@NullMarked
package dev.weft.calibrate;

import org.jspecify.annotations.NullMarked;
