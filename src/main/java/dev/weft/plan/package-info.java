/// The specification of measurements, as plain data that crosses process boundaries.
///
/// May use no other package.
@NullMarked
package dev.weft.plan;

import org.jspecify.annotations.NullMarked;
