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

/// Configures the Jetty of S3Proxy for thousands of connections and for every key of S3.
final class JettyTuning {
    // With Jetty's default of about 128, some of 4,000 simultaneous connections are refused.
    private static final int ACCEPT_QUEUE = 8192;
    // A key of 1,024 bytes takes three times as much in a URL. A copy or a listing has two keys.
    private static final int HEADER_BYTES = 32 * 1024;
    // Jetty's default of 8 KiB takes 13 reads for a body of 100 KiB. A waiting request may keep its
    // buffer: 4,000 of them hold 256 MiB at most.
    private static final int INPUT_BYTES = 64 * 1024;
    // Longer than clients keep idle connections, or they would write to closed ones.
    private static final Duration IDLE = Duration.ofMinutes(5);

    private JettyTuning() {}

    /// Configures the server before its start.
    ///
    /// @param front handler in front of all others
    /// @param longest longest delay of a request
    /// @param bufferBytes limit of all buffers of S3Proxy
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
            // The cache costs 100 KB per connection, and headers of S3 rarely repeat.
            configuration.setHeaderCacheSize(0);
            configuration.addCustomizer(new EncodedSlashHandler());
        }
    }

    // S3Proxy has no public access to its server.
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
