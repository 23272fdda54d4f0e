package dev.weft.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A server that accepts every upload and never answers it. To all other requests its bucket is
/// there and empty.
public final class StuckServer implements AutoCloseable {
    private static final String EMPTY =
            "<?xml version=\"1.0\"?><ListBucketResult><Name>weft-test</Name><KeyCount>0</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated></ListBucketResult>";

    private final ServerSocket listening;
    private final Queue<Socket> held = new ConcurrentLinkedQueue<>();

    private StuckServer(ServerSocket listening) {
        this.listening = listening;
    }

    /// Starts it on a free port.
    public static StuckServer start() throws IOException {
        StuckServer server =
                new StuckServer(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    /// Where it listens.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                held.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private static void serve(Socket socket) {
        try {
            BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("PUT ")) {
                    return;
                }
                if (line.isEmpty()) {
                    answer(socket);
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static void answer(Socket socket) throws IOException {
        String answer =
                "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(EMPTY.length(), EMPTY);
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : held) {
            socket.close();
        }
    }
}
