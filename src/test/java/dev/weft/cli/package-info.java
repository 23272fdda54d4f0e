/// The command line as its users see it: arguments in, sentences and exit codes out.
@NullMarked
package dev.weft.cli;

import org.jspecify.annotations.NullMarked;
