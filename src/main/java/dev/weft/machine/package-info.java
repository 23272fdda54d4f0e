/// What machine and software a run is made on, and what of it may spoil the figures.
///
/// May use nothing of weft. It reads `/proc` and `/sys` on Linux, asks `sysctl` and `pmset` on
/// macOS, and the JDK's management beans anywhere. The library for this is OSHI: with its native
/// code it took 180 ms and 4.9 MB of jars; its part without native code took 115 ms, knows Linux
/// alone, and reads from paths that are set for a whole JVM, so that no test could give it a
/// machine.
@NullMarked
package dev.weft.machine;

import org.jspecify.annotations.NullMarked;
