/// Computes statistics: pure functions of numbers. Commons Statistics provides the distributions.
///
/// May use no other package of weft.
@NullMarked
package dev.weft.stats;

import org.jspecify.annotations.NullMarked;
