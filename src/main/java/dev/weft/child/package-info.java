/// What runs inside child JVMs: the embedded server, one trial, a calibration. Has standard streams
/// and exit codes, as `cli` has in the parent.
///
/// May use `calibrate`, `plan`, `probe`, `process`, `run` and `server`.
@NullMarked
package dev.weft.child;

import org.jspecify.annotations.NullMarked;
