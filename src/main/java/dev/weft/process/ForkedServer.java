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

/// Runs the embedded server in a child JVM, so that CPU, memory and garbage collection figures of a
/// trial belong to the client alone.
public final class ForkedServer implements AutoCloseable {
    private final ChildJvm child;
    private final MessageChannel<FromServer, ToServer> channel;
    private final Duration answerTimeout;
    private final URI endpoint;
    private boolean unresponsive;

    private ForkedServer(
            ChildJvm child, MessageChannel<FromServer, ToServer> channel, Duration answerTimeout)
            throws IOException, ProtocolException, ServerStartException, InterruptedException {
        this.child = child;
        this.channel = channel;
        this.answerTimeout = answerTimeout;
        this.endpoint = handshake();
    }

    /// Starts a server and waits until it is ready. The keys go through standard input, which keeps
    /// them out of process lists.
    ///
    /// @param main main class of the child
    /// @param log file for the child's standard error
    /// @throws ServerStartException if the server cannot start
    public static ForkedServer start(Class<?> main, ServerSettings settings, Path log)
            throws ServerStartException, InterruptedException {
        try {
            ChildJvm child =
                    ChildJvm.start(main, List.of(), log, false, ChildTimeouts.STANDARD.end());
            boolean ready = false;
            try {
                MessageChannel<FromServer, ToServer> channel =
                        new MessageChannel<>(
                                FromServer.class, ToServer.class, child.output(), child.input());
                channel.send(new ToServer.Start(settings));
                ForkedServer server =
                        new ForkedServer(child, channel, ChildTimeouts.STANDARD.end());
                ready = true;
                return server;
            } finally {
                if (!ready) {
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
        Optional<FromServer> answer = channel.receive();
        if (answer.isEmpty()) {
            throw new ServerStartException(
                    "the embedded server could not be started: " + child.lastWords());
        }
        return switch (answer.get()) {
            case FromServer.Ready(URI uri) -> uri;
            case FromServer.Used _ ->
                    throw new ServerStartException(
                            "the embedded server reported its usage before its endpoint");
            case FromServer.Failed(String message) -> throw new ServerStartException(message);
        };
    }

    /// Endpoint of the server.
    public URI endpoint() {
        return endpoint;
    }

    /// Resources that the server's JVM has used since its start. Empty if it has exited or does not
    /// answer in time, and from then on.
    public synchronized Optional<ResourceUsage> usage() throws InterruptedException {
        if (unresponsive) {
            return Optional.empty();
        }
        FutureTask<Optional<FromServer>> answer =
                new FutureTask<>(
                        () -> {
                            channel.send(new ToServer.ReportUsage());
                            return channel.receive();
                        });
        Thread.ofVirtual().name("weft-server-usage").start(answer);
        try {
            return answer.get(answerTimeout.toNanos(), TimeUnit.NANOSECONDS)
                    .filter(FromServer.Used.class::isInstance)
                    .map(used -> ((FromServer.Used) used).usage());
        } catch (ExecutionException | TimeoutException e) {
            // A late answer would be taken for the answer to the next request.
            unresponsive = true;
            return Optional.empty();
        }
    }

    /// Registers a callback for an exit before [#close].
    ///
    /// @param lost receives the reason, in a separate thread
    public void whenLost(Consumer<String> lost) {
        child.whenLost(lastWords -> lost.accept("the embedded server was lost: " + lastWords));
    }

    @Override
    public void close() {
        child.close();
    }
}
