/// What is to be measured, as plain data that crosses process boundaries.
///
/// May use nothing of weft.
@NullMarked
package dev.weft.plan;

import org.jspecify.annotations.NullMarked;
