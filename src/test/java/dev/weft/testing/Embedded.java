package dev.weft.testing;

import dev.weft.plan.Credentials;
import dev.weft.plan.EntityTag;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.Target;
import dev.weft.server.EmbeddedServer;
import dev.weft.server.ServerCredentials;
import dev.weft.server.ServerSettings;
import dev.weft.server.ServerStartException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The embedded server in the JVM of the tests, with one bucket.
public final class Embedded implements AutoCloseable {
    private final ServerSettings settings;
    private final EmbeddedServer server;

    private Embedded(ServerSettings settings, EmbeddedServer server) {
        this.settings = settings;
        this.server = server;
    }

    /// Starts it.
    ///
    /// @param folder for what does not fit into memory
    public static Embedded start(Path folder) throws ServerStartException {
        return start(folder, Duration.ZERO);
    }

    /// Starts one that adds so much to each upload.
    public static Embedded start(Path folder, Duration latency) throws ServerStartException {
        return start(folder, FaultPlan.of(latency));
    }

    /// Starts a server with a fault plan.
    public static Embedded start(Path folder, FaultPlan faults) throws ServerStartException {
        ServerSettings settings = ServerSettings.onLoopback("weft-test", folder).withFaults(faults);
        return new Embedded(settings, EmbeddedServer.start(settings));
    }

    /// Starts one with a bucket of that name.
    public static Embedded start(Path folder, String bucket) throws ServerStartException {
        ServerSettings settings = ServerSettings.onLoopback(bucket, folder);
        return new Embedded(settings, EmbeddedServer.start(settings));
    }

    /// Starts one with such entity tags.
    public static Embedded start(Path folder, EntityTag entityTag) throws ServerStartException {
        ServerSettings settings =
                ServerSettings.onLoopback("weft-test", folder).withEntityTag(entityTag);
        return new Embedded(settings, EmbeddedServer.start(settings));
    }

    /// It, as a target of uploads.
    public Target target() {
        return target(settings, server.endpoint());
    }

    /// A server of these settings, as a target of uploads.
    public static Target target(ServerSettings settings, URI endpoint) {
        ServerCredentials keys = settings.credentials();
        return new Target(
                Target.Kind.EMBEDDED,
                Optional.of(endpoint),
                EmbeddedServer.REGION,
                settings.bucket(),
                true,
                new Credentials.Static(
                        keys.accessKeyId(), keys.secretAccessKey(), Optional.empty()),
                Optional.of(settings.faults()));
    }

    @Override
    public void close() {
        server.close();
    }
}
