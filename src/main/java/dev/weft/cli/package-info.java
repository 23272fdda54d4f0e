/// The command line: commands, options, help, completion and settings. The only package that uses
/// picocli, standard streams and environment variables.
///
/// May use `analysis`, `archive`, `csv`, `doctor`, `export`, `machine`, `plan`, `plot`, `record`,
/// `report`, `run`, `runjson`, `screen`, `server`, `session`, `stats`, `store`, `text` and
/// `verify`.
@NullMarked
package dev.weft.cli;

import org.jspecify.annotations.NullMarked;
