/// Tests of the scripts that start weft: which Java they take, and that nothing is lost on the way.
@NullMarked
package dev.weft.launcher;

import org.jspecify.annotations.NullMarked;
