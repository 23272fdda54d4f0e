package dev.weft.machine;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What bounds how many connections this machine can have at once, and what else it offers.
///
/// @param openFiles files and connections that this JVM may have open; empty where there is no such
///   limit
/// @param ephemeralPorts ports from which connections to one server can be made; empty where the
///   system does not tell
/// @param docker the version of the Docker engine that answers; empty where none does
public record SystemLimits(
        OptionalLong openFiles, OptionalInt ephemeralPorts, Optional<String> docker) {
    public SystemLimits {
        Objects.requireNonNull(openFiles);
        Objects.requireNonNull(ephemeralPorts);
        Objects.requireNonNull(docker);
    }

    /// Those of the machine that this JVM runs on. Asking for Docker may take a second.
    public static SystemLimits ofThisMachine() {
        return of(Platform.here(), SystemCommand.ofThisMachine());
    }

    static SystemLimits of(Platform platform, SystemCommand command) {
        return new SystemLimits(
                platform.openFiles(),
                platform.ephemeralPorts(),
                command.output("docker", "version", "--format", "{{.Server.Version}}"));
    }
}
