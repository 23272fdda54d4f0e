/// Draws pictures of results and returns them as bytes.
///
/// May use `analysis`, `plan`, `record` and `stats`.
@NullMarked
package dev.weft.plot;

import org.jspecify.annotations.NullMarked;
