/// Statistics: pure functions of numbers. Distributions come from Commons Statistics.
///
/// May use nothing of weft.
@NullMarked
package dev.weft.stats;

import org.jspecify.annotations.NullMarked;
