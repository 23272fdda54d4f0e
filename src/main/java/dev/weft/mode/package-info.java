/// How items are driven: the forms of concurrency.
///
/// May touch `workload` and `archive`. Knows nothing of S3, permits and recording.
@NullMarked
package dev.weft.mode;

import org.jspecify.annotations.NullMarked;
