/// The parent's side of child JVMs: spawn, handshake, messages, end. With `record` the only room
/// that knows Jackson.
///
/// May use `calibrate`, `plan`, `record`, `run`, `runjson` and `server`.
@NullMarked
package dev.weft.process;

import org.jspecify.annotations.NullMarked;
