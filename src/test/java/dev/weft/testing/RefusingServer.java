package dev.weft.testing;

import com.sun.net.httpserver.HttpExchange;
import dev.weft.plan.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/// A server that answers as S3 does and keeps nothing, and refuses some requests as one does whose
/// policy does not allow them.
public final class RefusingServer implements AutoCloseable {
    private static final String LISTING =
            "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";
    private static final String DENIED =
            "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";

    private final LoopbackHttp server;
    private final Predicate<String> refused;
    private final Optional<String> versionId;
    private final Map<String, String> answers;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    private RefusingServer(
            Predicate<String> refused, Optional<String> versionId, Map<String, String> answers)
            throws IOException {
        this.refused = refused;
        this.versionId = versionId;
        this.answers = answers;
        this.server = LoopbackHttp.start(this::answer);
    }

    /// Starts one on a free port.
    ///
    /// @param refused gets the method and the URL, such as `PUT /bucket/key?query`
    /// @param versionId that every object gets; empty where the bucket keeps no versions
    public static RefusingServer start(Predicate<String> refused, Optional<String> versionId)
            throws IOException {
        return start(refused, versionId, Map.of());
    }

    /// Starts one that refuses nothing.
    ///
    /// @param answers what the bodies of some answers to GET are, by patterns of method and URL
    public static RefusingServer answering(Map<String, String> answers) throws IOException {
        return start(_ -> false, Optional.empty(), answers);
    }

    private static RefusingServer start(
            Predicate<String> refused, Optional<String> versionId, Map<String, String> answers)
            throws IOException {
        return new RefusingServer(refused, versionId, answers);
    }

    /// The server as a server of the user.
    public Target target() {
        return server.target();
    }

    /// Method and URL of all requests, in the order in which they came.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var _ = exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            String request = method + " " + exchange.getRequestURI();
            requests.add(request);
            boolean denied = refused.test(request);
            String body = denied ? DENIED : method.equals("GET") ? body(request) : "";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", "\"0123\"");
            versionId.ifPresent(id -> exchange.getResponseHeaders().set("x-amz-version-id", id));
            boolean bodiless = method.equals("HEAD") || bytes.length == 0;
            exchange.sendResponseHeaders(denied ? 403 : 200, bodiless ? -1 : bytes.length);
            if (!bodiless) {
                try (OutputStream output = exchange.getResponseBody()) {
                    output.write(bytes);
                }
            }
        }
    }

    private String body(String request) {
        return answers.entrySet().stream()
                .filter(answer -> request.matches(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(LISTING);
    }

    @Override
    public void close() {
        server.close();
    }
}
