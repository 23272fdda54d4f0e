package dev.weft.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final RecordedRequest PLAIN = request("/a", "00", Map.of("Host", "here"));

    @Test
    void thereAreNoneBetweenEqualRequests() {
        assertThat(between(PLAIN, request("/a", "00", Map.of("Host", "here")))).isEmpty();
    }

    @Test
    void pathAndBodyAreNamed() {
        assertThat(between(PLAIN, request("/b", "01", Map.of("Host", "here"))))
                .containsExactly("path: {one=/a, two=/b}", "body: {one=00, two=01}");
    }

    @Test
    void aHeaderOfOtherValueIsNamed() {
        assertThat(between(PLAIN, request("/a", "00", Map.of("Host", "there"))))
                .containsExactly("header Host: {one=[here], two=[there]}");
    }

    @Test
    void aHeaderThatOnlyOneSendsIsNamed() {
        assertThat(between(PLAIN, request("/a", "00", Map.of("Host", "here", "Expect", "1"))))
                .containsExactly("header Expect: {one=[], two=[1]}");
    }

    @Test
    void whatNamesTheClientOrTheMomentMayDiffer() {
        Map<String, String> others =
                Map.of("Host", "here", "User-Agent", "x", "X-Amz-Date", "y", "amz-sdk-request", "");
        assertThat(between(PLAIN, request("/a", "00", others))).isEmpty();
    }

    @Test
    void anotherListOfSignedHeadersIsNamed() {
        String authorization = "AWS4-HMAC-SHA256 Credential=c, SignedHeaders=%s, Signature=%s";
        assertThat(
                        between(
                                request(
                                        "/a",
                                        "",
                                        Map.of(
                                                "Authorization",
                                                authorization.formatted("host", 1))),
                                request(
                                        "/a",
                                        "",
                                        Map.of(
                                                "Authorization",
                                                authorization.formatted("host;x", 2)))))
                .containsExactly("signed headers: {one=host, two=host;x}");
    }

    private static List<String> between(RecordedRequest one, RecordedRequest two) {
        return Differences.between(Map.of("one", one, "two", two));
    }

    private static RecordedRequest request(
            String target, String body, Map<String, String> headers) {
        Map<String, List<String>> listed = new TreeMap<>();
        headers.forEach((name, value) -> listed.put(name, List.of(value)));
        return new RecordedRequest("PUT", target, "HTTP/1.1", listed, body);
    }
}
