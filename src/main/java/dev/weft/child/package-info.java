/// What runs inside child JVMs: the embedded server and one trial.
///
/// Wires the rooms together, as `cli` does for the parent.
@NullMarked
package dev.weft.child;

import org.jspecify.annotations.NullMarked;
