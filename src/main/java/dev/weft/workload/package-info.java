/// The work on one item, and its outcome.
///
/// May use `archive`. Independent of threads, permits and recording.
@NullMarked
package dev.weft.workload;

import org.jspecify.annotations.NullMarked;
