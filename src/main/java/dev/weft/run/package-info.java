/// Runs passes, trials and experiments: permits, timings, verification.
///
/// May use `plan`, `archive`, `mode`, `workload`, `store` and `record`.
@NullMarked
package dev.weft.run;

import org.jspecify.annotations.NullMarked;
