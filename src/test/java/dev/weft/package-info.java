/// What is true of weft as a whole.
@NullMarked
package dev.weft;

import org.jspecify.annotations.NullMarked;
