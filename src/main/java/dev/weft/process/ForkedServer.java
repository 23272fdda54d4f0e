package dev.weft.process;

import dev.weft.record.ResourceUsage;
import dev.weft.server.ServerSettings;
import dev.weft.server.ServerStartException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The embedded server in a JVM of its own, so that CPU, memory and garbage of a trial are the
/// client's alone.
public final class ForkedServer implements AutoCloseable {
    private final ChildJvm child;
    private final MessageChannel<FromServer, ToServer> wire;
    private final Duration patience;
    private final URI endpoint;
    private boolean silent;

    private ForkedServer(
            ChildJvm child, MessageChannel<FromServer, ToServer> wire, Duration patience)
            throws IOException, ProtocolException, ServerStartException, InterruptedException {
        this.child = child;
        this.wire = wire;
        this.patience = patience;
        this.endpoint = handshake();
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
            ChildJvm child =
                    ChildJvm.start(main, List.of(), log, false, ChildTimeouts.STANDARD.end());
            boolean serves = false;
            try {
                MessageChannel<FromServer, ToServer> wire =
                        new MessageChannel<>(
                                FromServer.class, ToServer.class, child.output(), child.input());
                wire.send(new ToServer.Start(settings));
                ForkedServer server = new ForkedServer(child, wire, ChildTimeouts.STANDARD.end());
                serves = true;
                return server;
            } finally {
                if (!serves) {
                    child.kill();
                    child.close();
                }
            }
        } catch (IOException | ProtocolException e) {
            throw new ServerStartException(
                    "the embedded server could not be started: " + e.getMessage(), e);
        }
    }

    private URI handshake()
            throws IOException, ProtocolException, ServerStartException, InterruptedException {
        Optional<FromServer> answer = wire.receive();
        if (answer.isEmpty()) {
            throw new ServerStartException(
                    "the embedded server could not be started: " + child.lastWords());
        }
        return switch (answer.get()) {
            case FromServer.Ready(URI serves) -> serves;
            case FromServer.Used _ ->
                    throw new ServerStartException(
                            "the embedded server reported its usage before its endpoint");
            case FromServer.Failed(String message) -> throw new ServerStartException(message);
        };
    }

    /// Where it serves.
    public URI endpoint() {
        return endpoint;
    }

    /// What the server's JVM has used since it started; empty where it does not answer in time, or
    /// has ended. A server that was silent once is not asked again.
    public synchronized Optional<ResourceUsage> usage() throws InterruptedException {
        if (silent) {
            return Optional.empty();
        }
        FutureTask<Optional<FromServer>> answer =
                new FutureTask<>(
                        () -> {
                            wire.send(new ToServer.ReportUsage());
                            return wire.receive();
                        });
        Thread.ofVirtual().name("weft-server-usage").start(answer);
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS)
                    .filter(FromServer.Used.class::isInstance)
                    .map(used -> ((FromServer.Used) used).usage());
        } catch (ExecutionException | TimeoutException e) {
            // An answer that came late would be taken for that to the next question.
            silent = true;
            return Optional.empty();
        }
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
