/// What rows of results mean: summaries, ideals, verdicts, warnings and advice, as values and in
/// words.
///
/// May use `plan`, `record`, `runjson` and `stats`.
@NullMarked
package dev.weft.analysis;

import org.jspecify.annotations.NullMarked;
