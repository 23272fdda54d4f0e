package dev.weft.child;

import dev.weft.process.FromServer;
import dev.weft.process.NonsenseException;
import dev.weft.process.Signals;
import dev.weft.process.Wire;
import dev.weft.server.EmbeddedServer;
import dev.weft.server.ServerSettings;
import dev.weft.server.ServerStartException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/// The child JVM of the embedded server: says once where it serves, and ends when its input does.
public final class ServerMain {
    private ServerMain() {}

    /// Starts the child.
    public static void main(String[] arguments) throws IOException, NonsenseException {
        Locale.setDefault(Locale.ROOT);
        Signals.leaveToParent();
        PrintStream messages = System.out;
        // Whatever else prints must not break the handshake.
        System.setOut(System.err);
        Wire<ServerSettings, FromServer> wire =
                new Wire<>(ServerSettings.class, FromServer.class, System.in, messages);
        Optional<ServerSettings> settings = wire.receive();
        if (settings.isEmpty()) {
            return;
        }
        try (EmbeddedServer server = EmbeddedServer.start(settings.get())) {
            wire.send(new FromServer.Ready(server.endpoint()));
            var _ = wire.receive();
        } catch (ServerStartException e) {
            wire.send(new FromServer.Failed(String.valueOf(e.getMessage())));
        } finally {
            // Uploads that are on their way belong to somebody who is gone.
            Runtime.getRuntime().halt(0);
        }
    }
}
