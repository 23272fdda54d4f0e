package dev.weft.testing;

import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that takes every request, keeps what came over the wire, and answers as S3 answers an
/// upload.
///
/// Written by hand, because a real server hides what it reads: how headers are spelled, how often
/// they come, whether the body is chunked.
public final class HttpRecorder implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private static final String STORED =
            "HTTP/1.1 200 OK\r\nETag: \"0123\"\r\nContent-Length: 0\r\n\r\n";

    private static final String BROKEN =
            "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n";

    private static final String SLOW_DOWN =
            "<?xml version=\"1.0\"?><Error><Code>SlowDown</Code><Message>Reduce your request rate.</Message></Error>";

    private static final String THROTTLED =
            "HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\nContent-Length: "
                    + SLOW_DOWN.length()
                    + "\r\n\r\n"
                    + SLOW_DOWN;

    private final ServerSocket listening;
    private final byte[] answer;
    private final CountDownLatch held;
    private final AtomicInteger connections = new AtomicInteger();
    private final BlockingQueue<RecordedRequest> requests = new LinkedBlockingQueue<>();

    private HttpRecorder(ServerSocket listening, String answer, int held) {
        this.listening = listening;
        this.answer = answer.getBytes(StandardCharsets.US_ASCII);
        this.held = new CountDownLatch(held);
    }

    /// Starts it on a free port.
    public static HttpRecorder start() throws IOException {
        return start(STORED, 0);
    }

    /// Starts a recorder that answers after a number of requests are in flight.
    public static HttpRecorder startHolding(int requests) throws IOException {
        return start(STORED, requests);
    }

    /// Starts one that answers 500 to everything.
    public static HttpRecorder startBroken() throws IOException {
        return start(BROKEN, 0);
    }

    /// Starts one that answers 503 SlowDown to everything.
    public static HttpRecorder startThrottling() throws IOException {
        return start(THROTTLED, 0);
    }

    /// Starts one that refuses everything.
    ///
    /// @param head the status and headers, such as `400 Bad Request`, each on a line
    /// @param body in XML
    public static HttpRecorder startRefusing(String head, String body) throws IOException {
        return start(
                "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(
                                head.replace("\n", "\r\n"),
                                body.getBytes(StandardCharsets.UTF_8).length,
                                body),
                0);
    }

    private static HttpRecorder start(String answer, int held) throws IOException {
        ServerSocket listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        HttpRecorder recorder = new HttpRecorder(listening, answer, held);
        Thread.ofVirtual().start(recorder::accept);
        return recorder;
    }

    /// The recorder as a server of the user.
    public Target target(Credentials credentials) {
        return target(Target.Kind.CONFIGURED, credentials);
    }

    /// It, as the server that weft runs.
    public Target embedded(Credentials credentials) {
        return target(Target.Kind.EMBEDDED, credentials);
    }

    private Target target(Target.Kind kind, Credentials credentials) {
        return LoopbackHttp.target(kind, port(), credentials);
    }

    /// Where it listens.
    public int port() {
        return listening.getLocalPort();
    }

    /// How many connections were made to it.
    public int connections() {
        return connections.get();
    }

    /// The requests since the last call, in the order in which they came.
    public List<RecordedRequest> take() {
        List<RecordedRequest> taken = new ArrayList<>();
        requests.drainTo(taken);
        return taken;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listening.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream input = new BufferedInputStream(connection.getInputStream());
                OutputStream output = new BufferedOutputStream(connection.getOutputStream())) {
            for (String first = line(input); !first.isEmpty(); first = line(input)) {
                requests.add(request(first, input));
                held.countDown();
                held.await();
                output.write(answer, 0, first.startsWith("HEAD ") ? headBytes() : answer.length);
                output.flush();
            }
        } catch (IOException e) {
            // The client went away.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Length of the body in an answer to HEAD, which has no body.
    private int headBytes() {
        String end = "\r\n\r\n";
        return new String(answer, StandardCharsets.ISO_8859_1).indexOf(end) + end.length();
    }

    private static RecordedRequest request(String first, InputStream input) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = line(input); !line.isEmpty(); line = line(input)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        int target = first.indexOf(' ') + 1;
        int version = first.lastIndexOf(' ') + 1;
        RecordedRequest head =
                new RecordedRequest(
                        first.substring(0, target - 1),
                        first.substring(target, version - 1),
                        first.substring(version),
                        headers,
                        "");
        byte[] body =
                head.header("transfer-encoding").isEmpty()
                        ? input.readNBytes(length(head))
                        : chunks(input);
        return head.withBody(HexFormat.of().formatHex(body));
    }

    private static int length(RecordedRequest head) {
        return head.header("content-length").stream().mapToInt(Integer::parseInt).sum();
    }

    private static byte[] chunks(InputStream input) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(input); size > 0; size = chunkSize(input)) {
            body.write(input.readNBytes(size));
            line(input);
        }
        for (String trailer = line(input); !trailer.isEmpty(); trailer = line(input)) {
            // No test asks for trailers.
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream input) throws IOException {
        return Integer.parseInt(line(input), 16);
    }

    /// One line without its end; empty at the end of the stream.
    private static String line(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
