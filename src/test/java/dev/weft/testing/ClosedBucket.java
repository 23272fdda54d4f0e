package dev.weft.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A server with an empty bucket that takes no upload: it refuses each, or never answers it.
public final class ClosedBucket implements AutoCloseable {
    private static final String EMPTY =
            "<?xml version=\"1.0\"?><ListBucketResult><Name>weft-test</Name><KeyCount>0</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated></ListBucketResult>";

    private static final String DENIED =
            "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";

    private static final String LENGTH = "content-length:";

    private final ServerSocket listening;
    private final boolean answers;
    private final Queue<Socket> held = new ConcurrentLinkedQueue<>();

    private ClosedBucket(ServerSocket listening, boolean answers) {
        this.listening = listening;
        this.answers = answers;
    }

    /// Starts one that accepts uploads and never answers them.
    public static ClosedBucket startStuck() throws IOException {
        return start(false);
    }

    /// Starts one that answers every upload with 403 AccessDenied.
    public static ClosedBucket startRefusing() throws IOException {
        return start(true);
    }

    private static ClosedBucket start(boolean answers) throws IOException {
        ClosedBucket server =
                new ClosedBucket(
                        new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), answers);
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

    private void serve(Socket socket) {
        try {
            BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            boolean upload = false;
            int length = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                upload |= line.startsWith("PUT ");
                if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                    length = Integer.parseInt(line.substring(LENGTH.length()).strip());
                }
                if (!line.isEmpty()) {
                    continue;
                }
                if (upload && !answers) {
                    return;
                }
                // A byte that is no ASCII is one character all the same.
                while (length > 0 && reader.read() >= 0) {
                    length--;
                }
                answer(socket, upload ? "403 Forbidden" : "200 OK", upload ? DENIED : EMPTY);
                upload = false;
                length = 0;
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static void answer(Socket socket, String status, String body) throws IOException {
        String answer =
                "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(status, body.length(), body);
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
