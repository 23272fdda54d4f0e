/// Analyzes the rows of results: computes summaries, ideals, verdicts, warnings and advice, and
/// formats them as text.
///
/// May use `plan`, `record`, `runjson` and `stats`.
@NullMarked
package dev.weft.analysis;

import org.jspecify.annotations.NullMarked;
