/// Statistics: pure functions of numbers.
///
/// May touch nothing of weft.
@NullMarked
package dev.weft.stats;

import org.jspecify.annotations.NullMarked;
