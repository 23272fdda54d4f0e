/// Measures what server, network and archive need, with a client of no form of concurrency: what
/// the ideal is made of.
///
/// Start reading at [dev.weft.calibrate.Calibrator]. May use `plan`, `archive`, `store`, `record`,
/// `stats` and `run`: its ticker, and what its trials hold in memory.
@NullMarked
package dev.weft.calibrate;

import org.jspecify.annotations.NullMarked;
