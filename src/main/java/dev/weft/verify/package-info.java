/// Verification of a pass: compares the objects in the bucket with the files of the archive, and
/// deletes the objects.
///
/// May use `archive`, `plan` and `store`.
@NullMarked
package dev.weft.verify;

import org.jspecify.annotations.NullMarked;
