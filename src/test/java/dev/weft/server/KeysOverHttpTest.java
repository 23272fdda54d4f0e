package dev.weft.server;

import static dev.weft.server.ServerUnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.S3Object;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeysOverHttpTest {
    private ServerUnderTest server;
    private S3Client client;
    private S3AsyncClient asyncClient;

    @BeforeAll
    void start(@TempDir Path folder) throws ServerStartException {
        server = ServerUnderTest.start(folder);
        client = server.client();
        asyncClient = server.asyncClient(4).build();
    }

    @AfterAll
    void stop() {
        client.close();
        asyncClient.close();
        server.close();
    }

    static Stream<String> keys() {
        Stream<String> shapes =
                Stream.of(
                        "plain.txt",
                        "a/b",
                        "a",
                        "folder/",
                        "/leading",
                        "//x",
                        "a//b",
                        "x/../y",
                        "../x",
                        "..",
                        ".",
                        "./x",
                        "x/.",
                        "x/..",
                        "/",
                        "//",
                        "/../x",
                        "two words",
                        " leading and trailing ",
                        "a+b",
                        "100%",
                        "%2F",
                        "%41",
                        "a%00b",
                        "a;b=c",
                        "a;jsessionid=1/b",
                        "a?b&c=d",
                        "a#b",
                        "a\\b",
                        "a\"b'c<d>e",
                        "a|b^c`d{e}f[g]h~i",
                        "a:b@c!d$e&f(g)*h,i",
                        "healthz",
                        "WEB-INF/web.xml",
                        "META-INF/x",
                        "größe/ünïcode",
                        "日本語/テキスト",
                        "emoji-\uD83D\uDE80",
                        "\uFFFD",
                        "\u00A0",
                        "a".repeat(1024),
                        "ü".repeat(512),
                        "d/".repeat(512));
        return Stream.concat(shapes, controlCharacters());
    }

    private static Stream<String> controlCharacters() {
        return Stream.of(
                "tab\there",
                "line\nfeed",
                "carriage\rreturn",
                "bell\u0007",
                "escape\u001b[0m",
                "delete\u007f",
                "c1\u0085control");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void takesTheKeyFromApache5(String key) {
        client.putObject(p -> p.bucket(BUCKET).key(key), RequestBody.fromString(key));

        assertThat(client.getObjectAsBytes(g -> g.bucket(BUCKET).key(key)).asUtf8String())
                .isEqualTo(key);
        assertThat(client.headObject(h -> h.bucket(BUCKET).key(key)).contentLength())
                .isEqualTo(key.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        assertThat(listed()).containsExactly(key);
        client.deleteObject(d -> d.bucket(BUCKET).key(key));
        assertThat(listed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void takesTheKeyFromNetty(String key) {
        asyncClient
                .putObject(p -> p.bucket(BUCKET).key(key), AsyncRequestBody.fromString(key))
                .join();

        assertThat(
                        asyncClient
                                .getObject(
                                        g -> g.bucket(BUCKET).key(key),
                                        AsyncResponseTransformer.toBytes())
                                .join()
                                .asUtf8String())
                .isEqualTo(key);
        assertThat(listed()).containsExactly(key);
        asyncClient.deleteObject(d -> d.bucket(BUCKET).key(key)).join();
        assertThat(listed()).isEmpty();
    }

    private List<String> listed() {
        return client
                .listObjectsV2(l -> l.bucket(BUCKET).encodingType(EncodingType.URL))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }
}
