/// What a person watches in a terminal: values in, lines out, and what draws lines over those that
/// were there.
///
/// May use `analysis`, `plan` and `plot`.
@NullMarked
package dev.weft.screen;

import org.jspecify.annotations.NullMarked;
