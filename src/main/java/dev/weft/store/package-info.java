/// The client of the object store. Only this package uses the AWS SDK.
///
/// May use `workload`, `archive` and `plan`.
@NullMarked
package dev.weft.store;

import org.jspecify.annotations.NullMarked;
