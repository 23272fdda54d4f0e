package dev.weft.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A request as it came over the wire.
///
/// @param target path and query, as they were sent
/// @param version of HTTP, such as `HTTP/1.1`
/// @param headers values by name, the names as they were sent
/// @param body in hexadecimal digits, chunks put together
public record RecordedRequest(
        String method,
        String target,
        String version,
        Map<String, List<String>> headers,
        String body) {
    /// The same with another body.
    public RecordedRequest withBody(String body) {
        return new RecordedRequest(method, target, version, headers, body);
    }

    /// The values of a header, whatever the case of its name; none where it was not sent.
    public List<String> header(String name) {
        return headersInLowerCase().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /// All headers with names in lower case, because HTTP ignores case.
    public Map<String, List<String>> headersInLowerCase() {
        Map<String, List<String>> headers = new TreeMap<>();
        this.headers.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }

    /// Everything but the body, with its length.
    @Override
    public String toString() {
        return "%s %s %s %s, %d bytes"
                .formatted(method, target, version, headers, body.length() / 2);
    }
}
