/// The command line: commands, options, help, completion and settings. The only package that uses
/// picocli, standard streams and environment variables.
///
/// May use `analysis`, `archive`, `doctor`, `export`, `machine`, `plan`, `plot`, `record`,
/// `report`, `run`, `screen`, `server`, `session`, `stats`, `store` and `text`.
@NullMarked
package dev.weft.cli;

import org.jspecify.annotations.NullMarked;
