/// What a JVM and its process used: CPU time, memory, context switches, collections, threads.
///
/// May use `record`.
@NullMarked
package dev.weft.probe;

import org.jspecify.annotations.NullMarked;
