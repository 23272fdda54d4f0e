/// The schema of results: a row per pass, per item and per slice of a warm-up, their columns, and
/// the files that hold them.
///
/// May use `csv` and `plan`.
@NullMarked
package dev.weft.record;

import org.jspecify.annotations.NullMarked;
