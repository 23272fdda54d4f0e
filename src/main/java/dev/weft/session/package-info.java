/// An experiment, from a checked request to an exit code: target, plan, preflight check,
/// calibration, trials, record and summary.
///
/// Start reading at [dev.weft.session.RunSession] and [dev.weft.session.Measurement]. May use
/// `analysis`, `archive`, `calibrate`, `child`, `csv`, `diagnose`, `export`, `machine`, `plan`,
/// `plot`, `probe`, `process`, `record`, `run`, `runjson`, `screen`, `server`, `stats`, `store`,
/// `text` and `verify`.
@NullMarked
package dev.weft.session;

import org.jspecify.annotations.NullMarked;
