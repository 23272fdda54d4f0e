/// Starts child JVMs, exchanges messages with them, and ends them.
///
/// May use `calibrate`, `plan`, `record`, `run`, `runjson` and `server`.
@NullMarked
package dev.weft.process;

import org.jspecify.annotations.NullMarked;
