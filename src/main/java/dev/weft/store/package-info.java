/// The object store: the only room that is a client of the AWS SDK.
///
/// May touch `workload`, `archive` and `plan`.
@NullMarked
package dev.weft.store;

import org.jspecify.annotations.NullMarked;
