package dev.weft.machine;

import java.util.Objects;
import java.util.Optional;

/// Name and version of an operating system.
///
/// @param name such as `Debian GNU/Linux`
/// @param version such as `12 (bookworm)`
/// @param kernel release of the kernel; empty if unknown
/// @param architecture name in Java, such as `amd64`
public record OperatingSystem(
        String name, String version, Optional<String> kernel, String architecture) {
    public OperatingSystem {
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        Objects.requireNonNull(kernel);
        Objects.requireNonNull(architecture);
    }
}
