package dev.weft.process;

import dev.weft.server.ServerSettings;
import dev.weft.server.ServerStartException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The embedded server in a JVM of its own, so that CPU, memory and garbage of a trial are the
/// client's alone.
public final class ForkedServer implements AutoCloseable {
    private final ChildJvm child;
    private final URI endpoint;

    private ForkedServer(ChildJvm child, URI endpoint) {
        this.child = child;
        this.endpoint = endpoint;
    }

    /// Starts a server and waits until it serves. Its keys go through its standard input: they are
    /// in no process list.
    ///
    /// @param main the child's main class
    /// @param log what the child writes to standard error
    /// @throws ServerStartException when it cannot serve, with the reason in one sentence
    public static ForkedServer start(Class<?> main, ServerSettings settings, Path log)
            throws ServerStartException, InterruptedException {
        try {
            ChildJvm child = ChildJvm.start(main, List.of(), log, false, Patience.STANDARD.end());
            boolean serves = false;
            try {
                ForkedServer server = new ForkedServer(child, handshake(child, settings));
                serves = true;
                return server;
            } finally {
                if (!serves) {
                    child.kill();
                    child.close();
                }
            }
        } catch (IOException | NonsenseException e) {
            throw new ServerStartException(
                    "the embedded server could not be started: " + e.getMessage(), e);
        }
    }

    private static URI handshake(ChildJvm child, ServerSettings settings)
            throws IOException, NonsenseException, ServerStartException, InterruptedException {
        Wire<FromServer, ServerSettings> wire =
                new Wire<>(FromServer.class, ServerSettings.class, child.output(), child.input());
        wire.send(settings);
        Optional<FromServer> answer = wire.receive();
        if (answer.isEmpty()) {
            throw new ServerStartException(
                    "the embedded server could not be started: " + child.lastWords());
        }
        return switch (answer.get()) {
            case FromServer.Ready(URI endpoint) -> endpoint;
            case FromServer.Failed(String message) -> throw new ServerStartException(message);
        };
    }

    /// Where it serves.
    public URI endpoint() {
        return endpoint;
    }

    /// The CPU time that the server's JVM used since it began, user and system, in the steps of the
    /// platform (10 ms on Linux); empty where the platform cannot tell, or the server has ended.
    public Optional<Duration> cpu() {
        return child.cpu();
    }

    /// Tells when the server ends although nobody closed it.
    ///
    /// @param lost gets the reason in one sentence, from a thread of its own
    public void whenLost(Consumer<String> lost) {
        child.whenLost(lastWords -> lost.accept("the embedded server was lost: " + lastWords));
    }

    @Override
    public void close() {
        child.close();
    }
}
