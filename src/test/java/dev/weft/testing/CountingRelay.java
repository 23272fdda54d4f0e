package dev.weft.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stands before an HTTP server and keeps the first line of every request: what a client really
/// sends, retries included.
public final class CountingRelay implements AutoCloseable {
    private static final Pattern LENGTH =
            Pattern.compile("^content-length: *(\\d+)", Pattern.MULTILINE);

    private final ServerSocket listening;
    private final URI server;
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();

    private CountingRelay(ServerSocket listening, URI server) {
        this.listening = listening;
        this.server = server;
    }

    /// Starts one on a free port.
    public static CountingRelay before(URI server) throws IOException {
        ServerSocket listening = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        CountingRelay relay = new CountingRelay(listening, server);
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    /// Where it listens.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /// The first lines of all requests, such as `PUT /bucket/key HTTP/1.1`.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket to = new Socket(server.getHost(), server.getPort());
                Thread.ofVirtual().start(() -> forward(client, to));
                Thread.ofVirtual().start(() -> back(to, client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void forward(Socket client, Socket to) {
        try (client;
                to;
                InputStream input = new BufferedInputStream(client.getInputStream());
                OutputStream output = to.getOutputStream()) {
            for (String head = head(input); !head.isEmpty(); head = head(input)) {
                requests.add(head.lines().findFirst().orElse(""));
                output.write(head.getBytes(StandardCharsets.ISO_8859_1));
                Matcher length = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
                if (length.find()) {
                    output.write(input.readNBytes(Integer.parseInt(length.group(1))));
                }
                output.flush();
            }
        } catch (IOException e) {
            // One of them went away.
        }
    }

    private static void back(Socket from, Socket client) {
        try {
            from.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // One of them went away.
        }
    }

    /// All up to the empty line; nothing at the end of the stream.
    private static String head(InputStream input) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = input.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
