/// The modes: forms of concurrency in which items are uploaded.
///
/// May use `workload` and `archive`. S3, permits and recording belong to other packages.
@NullMarked
package dev.weft.mode;

import org.jspecify.annotations.NullMarked;
