@NullMarked
package dev.weft.screen;

import org.jspecify.annotations.NullMarked;
