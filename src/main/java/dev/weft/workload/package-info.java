/// What is done with one item, and what became of it.
///
/// May use `archive`. Knows nothing of threads, permits and recording.
@NullMarked
package dev.weft.workload;

import org.jspecify.annotations.NullMarked;
