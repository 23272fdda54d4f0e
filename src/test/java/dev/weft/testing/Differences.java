package dev.weft.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What differs between requests that ought to be the same, by name.
public final class Differences {
    private static final Pattern SIGNED = Pattern.compile("SignedHeaders=([^,]*)");

    private Differences() {}

    /// The differences; none where the requests are the same.
    ///
    /// User-Agent, X-Amz-Date and `amz-sdk-*` may differ, and the Authorization but for the list of
    /// headers that it signs.
    ///
    /// @param requests by the name of who sent them
    public static List<String> between(Map<String, RecordedRequest> requests) {
        List<String> differences = new ArrayList<>();
        compare(differences, "method", requests, RecordedRequest::method);
        compare(differences, "path", requests, RecordedRequest::target);
        compare(differences, "version", requests, RecordedRequest::version);
        compare(differences, "body", requests, RecordedRequest::body);
        compare(differences, "signed headers", requests, Differences::signedHeaders);
        SortedSet<String> names = new TreeSet<>();
        requests.values().forEach(request -> names.addAll(request.headers().keySet()));
        names.removeIf(Differences::mayDiffer);
        for (String name : names) {
            compare(
                    differences,
                    "header " + name,
                    requests,
                    request -> request.headers().getOrDefault(name, List.of()));
        }
        return differences;
    }

    /// The list of headers that the Authorization signs.
    public static String signedHeaders(RecordedRequest request) {
        Matcher signed = SIGNED.matcher(String.join(" ", request.header("authorization")));
        return signed.find() ? signed.group(1) : "none";
    }

    private static boolean mayDiffer(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.startsWith("amz-sdk-")
                || List.of("user-agent", "authorization", "x-amz-date").contains(name);
    }

    private static void compare(
            List<String> differences,
            String what,
            Map<String, RecordedRequest> requests,
            Function<RecordedRequest, Object> part) {
        Map<String, Object> values = new TreeMap<>();
        requests.forEach((sender, request) -> values.put(sender, part.apply(request)));
        if (values.values().stream().distinct().count() > 1) {
            differences.add("%s: %s".formatted(what, values));
        }
    }
}
