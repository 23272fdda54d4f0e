/// The parent's side of child JVMs: spawn, handshake, messages, end.
///
/// May touch `plan`, `record` and `run`.
@NullMarked
package dev.weft.process;

import org.jspecify.annotations.NullMarked;
