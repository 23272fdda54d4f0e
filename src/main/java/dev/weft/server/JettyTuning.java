package dev.weft.server;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.shaded.org.eclipse.jetty.http.UriCompliance;
import org.gaul.shaded.org.eclipse.jetty.server.Connector;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConfiguration;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConnectionFactory;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.server.ServerConnector;
import org.gaul.shaded.org.eclipse.jetty.util.thread.QueuedThreadPool;

/// Prepares the Jetty inside S3Proxy for thousands of connections and for every key that S3 allows.
final class JettyTuning {
    // With Jetty's own 128 or so, 4,000 clients that connect at once are partly refused.
    private static final int ACCEPT_QUEUE = 8192;
    // A key of 1,024 bytes takes three times that in a URL, and a copy or a listing names two.
    private static final int HEADER_BYTES = 32 * 1024;
    // Jetty's own 8 KiB take 13 reads for a body of 100 KiB. A request that waits may keep its
    // buffer: 4,000 of them hold 256 MiB at most.
    private static final int INPUT_BYTES = 64 * 1024;
    // Longer than a client's pool keeps an idle connection, or clients would write to closed ones.
    private static final Duration IDLE = Duration.ofMinutes(5);

    private JettyTuning() {}

    /// Must come before the start.
    ///
    /// @param front what stands in front of all handlers
    /// @param longest how long a request may be held back
    /// @param bufferBytes for all requests that S3Proxy buffers
    static void apply(
            S3Proxy proxy,
            Executor requests,
            UnaryOperator<Handler> front,
            Duration longest,
            long bufferBytes) {
        Server server = serverOf(proxy);
        if (server.getThreadPool() instanceof QueuedThreadPool pool) {
            pool.setVirtualThreadsExecutor(requests);
        }
        server.setHandler(
                front.apply(new HeapGate(new DrainingHandler(server.getHandler()), bufferBytes)));
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector socket) {
                socket.setAcceptQueueSize(ACCEPT_QUEUE);
                socket.setIdleTimeout(IDLE.plus(longest).toMillis());
            }
            HttpConnectionFactory http =
                    connector.getConnectionFactory(HttpConnectionFactory.class);
            http.setInputBufferSize(INPUT_BYTES);
            HttpConfiguration configuration = http.getHttpConfiguration();
            configuration.setUriCompliance(UriCompliance.UNSAFE);
            configuration.setRequestHeaderSize(HEADER_BYTES);
            // The cache costs 100 KB a connection, and hardly a header of S3 comes twice.
            configuration.setHeaderCacheSize(0);
            configuration.addCustomizer(new EncodedSlashHandler());
        }
    }

    // S3Proxy has no other way to its server, and it is built before anybody else sees it.
    private static Server serverOf(S3Proxy proxy) {
        try {
            Field field = S3Proxy.class.getDeclaredField("server");
            field.setAccessible(true);
            return (Server) field.get(proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "this version of S3Proxy keeps its server elsewhere", e);
        }
    }
}
