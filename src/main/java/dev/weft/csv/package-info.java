/// The store for CSV lines: files that several processes append to, lines with a check of their
/// length, typed cells and repair of a truncated last line. Knows no schema.
///
/// May use no other package.
@NullMarked
package dev.weft.csv;

import org.jspecify.annotations.NullMarked;
