/// Describes the machine and software of a run, and warns of conditions that may distort the
/// figures.
///
/// May use nothing of weft. Sources are `/proc` and `/sys` on Linux, `sysctl` and `pmset` on macOS,
/// and the management beans of the JDK on every system.
///
/// The library OSHI is unsuitable. With native code it takes 180 ms and 4.9 MB of jars. Without, it
/// takes 115 ms and supports only Linux. Its paths hold for a whole JVM, so that tests cannot
/// simulate a machine.
@NullMarked
package dev.weft.machine;

import org.jspecify.annotations.NullMarked;
