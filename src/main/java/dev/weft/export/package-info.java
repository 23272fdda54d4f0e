/// Results as documents for programs: what a run or a comparison came to, in JSON and CSV.
///
/// May touch `analysis`, `plan`, `record` and `stats`.
@NullMarked
package dev.weft.export;

import org.jspecify.annotations.NullMarked;
