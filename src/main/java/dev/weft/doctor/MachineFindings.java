package dev.weft.doctor;

import dev.weft.machine.Environment;
import dev.weft.machine.SystemLimits;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Checks of the machine.
///
/// @param concurrency uploads in flight that the machine must support
public record MachineFindings(Environment environment, SystemLimits limits, int concurrency) {
    /// Number of open files besides connections: jars, logs, results.
    private static final int OWN_FILES = 300;

    /// Ends of a connection on one machine: client and server.
    private static final int ENDS = 2;

    /// Number of trials in a minute. The port of a closed connection stays blocked for a minute,
    /// and each trial opens new connections.
    private static final int TRIALS_IN_A_MINUTE = 10;

    /// Memory of weft, the measured client and the embedded server together.
    private static final long LEAST_MEMORY_BYTES = 2L << 30;

    public List<Finding> lines() {
        return List.of(
                Finding.ok(
                        "JDK",
                        "%s of %s"
                                .formatted(
                                        environment.jvm().version(), environment.jvm().vendor())),
                cores(),
                memory(),
                openFiles(),
                ports(),
                Finding.ok(
                        "Docker",
                        limits.docker()
                                .orElse(
                                        "none that answers; only weft's own tests have use for it")));
    }

    private Finding cores() {
        int usable = environment.processor().usableProcessors();
        String seen =
                "%d of %d are usable".formatted(usable, environment.processor().logicalCores());
        return usable == 1
                ? Finding.warning(
                        "cores",
                        seen,
                        "client and server take turns on one, so give weft two or more")
                : Finding.ok("cores", seen);
    }

    private Finding memory() {
        OptionalLong limit = environment.container().memoryLimitBytes();
        OptionalLong bytes = limit.isPresent() ? limit : environment.memoryBytes();
        if (bytes.isEmpty()) {
            return Finding.ok("memory", "unknown");
        }
        String seen = "%,d MiB".formatted(bytes.getAsLong() >> 20);
        return bytes.getAsLong() < LEAST_MEMORY_BYTES
                ? Finding.warning(
                        "memory", seen, "give weft 2 GiB, or a heap with --java-options=-Xmx64m")
                : Finding.ok("memory", seen);
    }

    private Finding openFiles() {
        OptionalLong open = limits.openFiles();
        if (open.isEmpty()) {
            return Finding.ok("open files", "no limit");
        }
        long needed = OWN_FILES + (long) ENDS * concurrency;
        String seen =
                "%,d, of which %,d uploads at once take about %,d"
                        .formatted(open.getAsLong(), concurrency, needed);
        return open.getAsLong() < needed
                ? Finding.warning(
                        "open files",
                        seen,
                        "raise the limit, such as with ulimit -n %d".formatted(2 * needed))
                : Finding.ok("open files", seen);
    }

    private Finding ports() {
        OptionalInt ports = limits.ephemeralPorts();
        if (ports.isEmpty()) {
            return Finding.ok("ports", "unknown");
        }
        long needed = (long) TRIALS_IN_A_MINUTE * concurrency;
        String seen =
                "%,d for connections to one server, of which %,d uploads at once take up to %,d a minute"
                        .formatted(ports.getAsInt(), concurrency, needed);
        return ports.getAsInt() < needed
                ? Finding.warning(
                        "ports",
                        seen,
                        "widen net.ipv4.ip_local_port_range (Linux) or net.inet.ip.portrange (macOS)")
                : Finding.ok("ports", seen);
    }
}
