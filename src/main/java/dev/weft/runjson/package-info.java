/// The document of a run, `run.json`: command line, environment, target, design, calibration and
/// outcome.
///
/// May use `csv`, `machine` and `plan`.
@NullMarked
package dev.weft.runjson;

import org.jspecify.annotations.NullMarked;
