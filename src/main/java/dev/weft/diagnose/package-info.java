/// Why a mode takes as long as it does: what the JDK's flight recorder saw in a trial of its own.
/// The only room that knows the flight recorder.
///
/// May use `plan`.
@NullMarked
package dev.weft.diagnose;

import org.jspecify.annotations.NullMarked;
