package dev.weft.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/// Stands in front of a server on this machine, and passes every byte on.
public final class Relay implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSocket listening;
    private final int server;
    private final boolean proxy;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Relay(ServerSocket listening, int server, boolean proxy) {
        this.listening = listening;
        this.server = server;
        this.proxy = proxy;
        Thread.ofVirtual().start(this::accept);
    }

    /// A relay that speaks TLS for a server that does not.
    ///
    /// @param context with the keys that it shows
    /// @param server the port of the server
    public static Relay withTls(SSLContext context, int server) throws IOException {
        return new Relay(
                context.getServerSocketFactory()
                        .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()),
                server,
                false);
    }

    /// A proxy that takes `CONNECT`, and leads to one server whatever it is asked for.
    ///
    /// @param server the port of the server
    public static Relay asProxy(int server) throws IOException {
        return new Relay(
                new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), server, true);
    }

    /// Where it listens.
    public int port() {
        return listening.getLocalPort();
    }

    /// The first line of each `CONNECT`.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> relay(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void relay(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            if (proxy) {
                asked.add(head(client.getInputStream()).lines().findFirst().orElse(""));
                client.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            Thread answers = Thread.ofVirtual().start(() -> pass(behind, client));
            pass(client, behind);
            answers.join();
        } catch (IOException e) {
            // One of them went away, or they do not agree on TLS.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The lines up to the first empty one.
    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of them went away.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
