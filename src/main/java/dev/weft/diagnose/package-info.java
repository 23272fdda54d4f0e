/// Explains the times of a mode with recordings of JDK Flight Recorder, made in a separate trial.
/// Only this package uses JDK Flight Recorder.
///
/// May use `plan`.
@NullMarked
package dev.weft.diagnose;

import org.jspecify.annotations.NullMarked;
