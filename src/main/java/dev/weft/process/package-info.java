/// The parent's side of child JVMs: spawn, handshake, messages, end. With `record` the only room
/// that knows Jackson.
///
/// May use `plan`, `record`, `run` and `calibrate`, and `server` for its settings.
@NullMarked
package dev.weft.process;

import org.jspecify.annotations.NullMarked;
