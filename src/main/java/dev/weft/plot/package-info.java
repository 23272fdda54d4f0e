/// Draws pictures of results and returns them as bytes.
///
/// May use `analysis`, `csv`, `plan`, `record` and `stats`.
@NullMarked
package dev.weft.plot;

import org.jspecify.annotations.NullMarked;
