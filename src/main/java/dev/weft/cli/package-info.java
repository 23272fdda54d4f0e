/// The command line: wires the rooms together, and has standard streams, environment and exit
/// codes. The only room that knows picocli.
///
/// May use `analysis`, `archive`, `calibrate`, `child`, `diagnose`, `export`, `machine`, `plan`,
/// `plot`, `process`, `record`, `report`, `run`, `screen`, `server`, `stats` and `store`.
@NullMarked
package dev.weft.cli;

import org.jspecify.annotations.NullMarked;
