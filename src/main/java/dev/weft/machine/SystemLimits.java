package dev.weft.machine;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The limits of the number of connections of this machine, and its version of Docker.
///
/// @param openFiles files and connections that this JVM may have open; empty if unlimited or
///   unknown
/// @param ephemeralPorts local ports for connections to one server; empty if unknown
/// @param docker version of the Docker engine; empty if none responds
public record SystemLimits(
        OptionalLong openFiles, OptionalInt ephemeralPorts, Optional<String> docker) {
    /// Returns the limits of the machine that this JVM runs on. The call of Docker may take 1 s.
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
