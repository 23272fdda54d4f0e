/// What tests share: fakes, and real servers to test against.
@NullMarked
package dev.weft.testing;

import org.jspecify.annotations.NullMarked;
