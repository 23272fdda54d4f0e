package dev.weft.testing;

import com.sun.net.httpserver.HttpExchange;
import dev.weft.plan.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A server whose bucket keeps versions: lists them, hides objects behind markers, and deletes both
/// where it is allowed to. Of what is uploaded it keeps the names. For keys that need no escaping,
/// in one page.
public final class VersioningServer implements AutoCloseable {
    private static final String WRITTEN = "<LastModified>2026-11-21T09:00:00.000Z</LastModified>";
    private static final String DENIED =
            "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";
    private static final Pattern PREFIX = Pattern.compile("[?&]prefix=([^&]*)");
    private static final Pattern DELETED =
            Pattern.compile("<Key>([^<]*)</Key>(?:<VersionId>([^<]*)</VersionId>)?");

    private final LoopbackHttp server;
    private final List<Version> versions = new ArrayList<>();
    private int written;
    private final List<String> requests = new ArrayList<>();
    private boolean telling = true;
    private boolean listing = true;
    private boolean deleting = true;

    /// A version of an object, or a marker of its deletion.
    private record Version(String key, String id, boolean marker) {}

    private VersioningServer() throws IOException {
        this.server = LoopbackHttp.start(this::answer);
    }

    /// Starts one on a free port.
    public static VersioningServer start() throws IOException {
        return new VersioningServer();
    }

    /// The server as a server of the user.
    public Target target() {
        return server.target();
    }

    /// Stores an object.
    public synchronized void put(String key) {
        add(key, false);
    }

    /// Hides an object behind a marker.
    public synchronized void hide(String key) {
        add(key, true);
    }

    private void add(String key, boolean marker) {
        versions.add(new Version(key, Integer.toString(++written), marker));
    }

    /// Stops reporting whether it keeps versions.
    public synchronized void refuseToTell() {
        telling = false;
    }

    /// Lists no versions from now on.
    public synchronized void refuseListing() {
        listing = false;
    }

    /// Deletes no versions from now on, but objects still; lists versions.
    public synchronized void refuseDeleting() {
        listing = true;
        deleting = false;
    }

    /// Method and URL of all requests, in the order in which they came.
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /// The keys of all versions and markers, in the order in which they were written.
    public synchronized List<String> keys() {
        return versions.stream().map(Version::key).toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String url = exchange.getRequestURI().toString();
            requests.add(exchange.getRequestMethod() + " " + url);
            boolean denied =
                    (!listing && isOfVersions(url)) || (!telling && url.contains("?versioning"));
            byte[] bytes =
                    (denied ? DENIED : body(exchange.getRequestMethod(), url, sent))
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", "\"0123\"");
            exchange.sendResponseHeaders(denied ? 403 : 200, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                try (OutputStream output = exchange.getResponseBody()) {
                    output.write(bytes);
                }
            }
        }
    }

    private static boolean isOfVersions(String url) {
        return url.matches(".*[?&]versions([=&].*)?");
    }

    private String body(String method, String url, String sent) {
        if (method.equals("POST")) {
            return "<DeleteResult>" + delete(sent) + "</DeleteResult>";
        }
        if (method.equals("PUT")) {
            put(URI.create(url).getPath().substring("/weft-test/".length()));
            return "";
        }
        if (url.contains("?versioning")) {
            return "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
        }
        Matcher matcher = PREFIX.matcher(decoded(url));
        String prefix = matcher.find() ? matcher.group(1) : "";
        String entries =
                versions.stream()
                        .filter(version -> version.key().startsWith(prefix))
                        .map(version -> isOfVersions(url) ? entry(version) : object(version))
                        .collect(Collectors.joining());
        String root = isOfVersions(url) ? "ListVersionsResult" : "ListBucketResult";
        return "<%s><IsTruncated>false</IsTruncated>%s</%s>".formatted(root, entries, root);
    }

    private static String decoded(String url) {
        return url.replace("%2F", "/");
    }

    private String delete(String sent) {
        StringBuilder errors = new StringBuilder();
        Matcher each = DELETED.matcher(sent);
        while (each.find()) {
            String key = each.group(1);
            Optional<String> id = Optional.ofNullable(each.group(2));
            if (id.isEmpty()) {
                add(key, true);
            } else if (deleting) {
                versions.removeIf(version -> version.id().equals(id.get()));
            } else {
                errors.append(
                        "<Error><Key>%s</Key><Code>AccessDenied</Code></Error>".formatted(key));
            }
        }
        return errors.toString();
    }

    private boolean isLatest(Version version) {
        return versions.stream()
                .filter(other -> other.key().equals(version.key()))
                .reduce((_, later) -> later)
                .orElseThrow()
                .equals(version);
    }

    private String entry(Version version) {
        String kind = version.marker() ? "DeleteMarker" : "Version";
        return "<%s><Key>%s</Key><VersionId>%s</VersionId><IsLatest>%s</IsLatest>%s%s</%s>"
                .formatted(
                        kind,
                        version.key(),
                        version.id(),
                        isLatest(version),
                        WRITTEN,
                        version.marker() ? "" : "<Size>3</Size>",
                        kind);
    }

    /// Nothing of what is hidden.
    private String object(Version version) {
        return version.marker() || !isLatest(version)
                ? ""
                : "<Contents><Key>%s</Key>%s<Size>3</Size></Contents>"
                        .formatted(version.key(), WRITTEN);
    }

    @Override
    public void close() {
        server.close();
    }
}
