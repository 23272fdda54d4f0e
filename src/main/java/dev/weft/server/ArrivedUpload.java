package dev.weft.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// An upload of an object or part that has arrived.
///
/// @param attempt number of the client's attempt, from 1
record ArrivedUpload(UploadKey key, int attempt) {
    private static final Pattern ATTEMPT = Pattern.compile("\\battempt=(\\d{1,9})");
    private static final String PART = "partNumber";
    private static final Set<String> OF_UPLOADS = Set.of(PART, "uploadId", "x-id");

    /// Returns the upload of a request; empty for any other request.
    static Optional<ArrivedUpload> of(Request request) {
        if (!request.getMethod().equals("PUT")
                || request.getHeaders().contains("x-amz-copy-source")) {
            return Optional.empty();
        }
        String path = request.getHttpURI().getPath();
        int slash = path == null ? -1 : path.indexOf('/', 1);
        if (path == null || slash < 0 || slash == path.length() - 1) {
            return Optional.empty();
        }
        return key(path.substring(slash + 1), request.getHttpURI().getQuery())
                .map(
                        key ->
                                new ArrivedUpload(
                                        key, attempt(request.getHeaders().get("amz-sdk-request"))));
    }

    private static Optional<UploadKey> key(String path, @Nullable String query) {
        Optional<String> part = Optional.empty();
        for (String parameter : (query == null ? "" : query).split("&", -1)) {
            String name = parameter.split("=", 2)[0];
            if (name.equals(PART)) {
                part = Optional.of(parameter.substring(Math.min(parameter.length(), 11)));
            } else if (!name.isEmpty()
                    && !OF_UPLOADS.contains(name)
                    && !name.toLowerCase(Locale.ROOT).startsWith("x-amz-")) {
                return Optional.empty();
            }
        }
        try {
            // In a path a plus is a literal plus.
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            UploadKey key = UploadKey.of(decoded);
            return Optional.of(part.map(key::part).orElse(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int attempt(@Nullable String header) {
        Matcher match = ATTEMPT.matcher(header == null ? "" : header);
        return match.find() ? Integer.parseInt(match.group(1)) : 1;
    }
}
