/// Runs passes, trials and experiments: permits, timings, warm-up, limits of time.
///
/// May use `archive`, `csv`, `mode`, `plan`, `probe`, `record`, `store`, `verify` and `workload`.
@NullMarked
package dev.weft.run;

import org.jspecify.annotations.NullMarked;
