package dev.weft.child;

import dev.weft.probe.JvmProbe;
import dev.weft.probe.ProcessProbe;
import dev.weft.process.FromServer;
import dev.weft.process.MessageChannel;
import dev.weft.process.ProtocolException;
import dev.weft.process.SignalHandling;
import dev.weft.process.ToServer;
import dev.weft.server.EmbeddedServer;
import dev.weft.server.ServerSettings;
import dev.weft.server.ServerStartException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/// Main class of the embedded server's child JVM. Reports its address and its CPU time, and ends
/// when its input ends.
public final class ServerMain {
    private ServerMain() {}

    /// Runs the child.
    public static void main(String[] arguments) throws IOException, ProtocolException {
        Locale.setDefault(Locale.ROOT);
        SignalHandling.leaveToParent();
        PrintStream messages = System.out;
        // Other output must not break the handshake.
        System.setOut(System.err);
        MessageChannel<ToServer, FromServer> wire =
                new MessageChannel<>(ToServer.class, FromServer.class, System.in, messages);
        if (!(wire.receive().orElse(null) instanceof ToServer.Start(ServerSettings settings))) {
            return;
        }
        ProcessProbe.Watch usage = new JvmProbe().watch();
        try (EmbeddedServer server = EmbeddedServer.start(settings)) {
            wire.send(new FromServer.Ready(server.endpoint()));
            while (wire.receive().orElse(null) instanceof ToServer.ReportUsage) {
                wire.send(new FromServer.Used(usage.usage()));
            }
        } catch (ServerStartException e) {
            wire.send(new FromServer.Failed(String.valueOf(e.getMessage())));
        } finally {
            // The client of the open uploads is gone.
            Runtime.getRuntime().halt(0);
        }
    }
}
