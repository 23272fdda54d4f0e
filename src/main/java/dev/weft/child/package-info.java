/// What runs inside child JVMs: the embedded server, one trial, a calibration. Has standard streams
/// and exit codes, as `cli` has in the parent.
///
/// May use `plan`, `process`, `run`, `calibrate` and `server`, which it wires together.
@NullMarked
package dev.weft.child;

import org.jspecify.annotations.NullMarked;
