/// Documents with the results of a run or a comparison, for programs, in JSON and CSV.
///
/// May use `analysis`, `plan`, `record`, `runjson` and `stats`.
@NullMarked
package dev.weft.export;

import org.jspecify.annotations.NullMarked;
