/// The terminal: lines of output, progress of a run, and animations that overwrite their last
/// lines.
///
/// May use `analysis`, `csv`, `plan`, `plot`, `record`, `run` and `text`.
@NullMarked
package dev.weft.screen;

import org.jspecify.annotations.NullMarked;
