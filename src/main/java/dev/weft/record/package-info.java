/// Reads and writes results: CSV with one row per pass, per item and per slice of a warm-up; the
/// description of a run in JSON.
///
/// May use `plan` and `machine`.
@NullMarked
package dev.weft.record;

import org.jspecify.annotations.NullMarked;
