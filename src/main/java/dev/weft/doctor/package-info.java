/// The checks of `weft doctor`: machine, server and bucket.
///
/// May use `machine`, `plan`, `store` and `text`.
@NullMarked
package dev.weft.doctor;

import org.jspecify.annotations.NullMarked;
