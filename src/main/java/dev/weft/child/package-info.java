/// Main classes of child JVMs: the embedded server, one trial, a calibration. They use standard
/// streams and exit codes.
///
/// May use `calibrate`, `plan`, `probe`, `process`, `run` and `server`.
@NullMarked
package dev.weft.child;

import org.jspecify.annotations.NullMarked;
