package dev.weft.testing;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;

/// The HTTP of a test's own server on a free port of this machine, and what such a server is to
/// weft.
final class LoopbackHttp implements AutoCloseable {
    private final HttpServer server;

    private LoopbackHttp(HttpServer server) {
        this.server = server;
    }

    /// Starts it.
    ///
    /// @param answers each request, several of them at once
    static LoopbackHttp start(HttpHandler answers) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", answers);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new LoopbackHttp(server);
    }

    /// The server as a server of the user.
    Target target() {
        return target(
                Target.Kind.CONFIGURED,
                server.getAddress().getPort(),
                new Credentials.Static("AKIDEXAMPLE", "TheSecretKey", Optional.empty()));
    }

    /// A server of this machine, by its port.
    static Target target(Target.Kind kind, int port, Credentials credentials) {
        return new Target(
                kind,
                Optional.of(URI.create("http://127.0.0.1:" + port)),
                "us-east-1",
                "weft-test",
                true,
                credentials,
                Optional.empty());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
