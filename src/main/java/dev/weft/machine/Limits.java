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
public record Limits(OptionalLong openFiles, OptionalInt ephemeralPorts, Optional<String> docker) {
    public Limits {
        Objects.requireNonNull(openFiles);
        Objects.requireNonNull(ephemeralPorts);
        Objects.requireNonNull(docker);
    }

    /// Those of the machine that this JVM runs on. Asking for Docker may take a second.
    public static Limits ofThisMachine() {
        return of(Platform.here(), Command.ofThisMachine());
    }

    static Limits of(Platform platform, Command command) {
        return new Limits(
                platform.openFiles(),
                platform.ephemeralPorts(),
                command.output("docker", "version", "--format", "{{.Server.Version}}"));
    }
}
