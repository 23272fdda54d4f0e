package dev.weft.server;

import static dev.weft.server.ServerUnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListingOverHttpTest {
    private ServerUnderTest server;
    private S3Client client;

    @BeforeAll
    void start(@TempDir Path folder) throws ServerStartException {
        server = ServerUnderTest.start(folder);
        client = server.client();
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void pagesThroughAllKeysOnceAndInOrder() {
        List<String> expected = IntStream.range(0, 620).mapToObj("pages/%05d"::formatted).toList();
        expected.forEach(this::put);

        List<String> listed =
                client
                        .listObjectsV2Paginator(l -> l.bucket(BUCKET).prefix("pages/").maxKeys(250))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .toList();

        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void pagesThroughKeysThatXmlCannotHold() {
        List<String> expected =
                List.of("control/\u0001", "control/\u0007", "control/\uFFFE", "control/\uFFFF");
        expected.forEach(this::put);

        List<String> listed = new ArrayList<>();
        for (S3Object object :
                client.listObjectsV2Paginator(
                                l ->
                                        l.bucket(BUCKET)
                                                .prefix("control/")
                                                .maxKeys(1)
                                                .encodingType(EncodingType.URL))
                        .contents()) {
            listed.add(object.key());
        }

        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void ordersKeysByTheirUtf8Bytes() {
        List<String> expected = List.of("order/z", "order/\uFF5E", "order/\uD83D\uDE80");
        expected.forEach(this::put);

        assertThat(keys(client.listObjectsV2(l -> l.bucket(BUCKET).prefix("order/"))))
                .isEqualTo(expected);
    }

    @Test
    void rollsUpKeysAtTheDelimiter() {
        List.of("tree/a", "tree/b/1", "tree/b/2", "tree/c", "tree/d/1").forEach(this::put);

        ListObjectsV2Response page =
                client.listObjectsV2(l -> l.bucket(BUCKET).prefix("tree/").delimiter("/"));

        assertThat(keys(page)).containsExactly("tree/a", "tree/c");
        assertThat(page.commonPrefixes())
                .extracting(CommonPrefix::prefix)
                .containsExactly("tree/b/", "tree/d/");
        assertThat(page.isTruncated()).isFalse();
    }

    @Test
    void pagesAcrossCommonPrefixesWithoutRepeatingOne() {
        List.of("roll/a/1", "roll/a/2", "roll/b", "roll/c/1", "roll/c/2").forEach(this::put);

        List<String> seen = new ArrayList<>();
        for (ListObjectsV2Response page :
                client.listObjectsV2Paginator(
                        l -> l.bucket(BUCKET).prefix("roll/").delimiter("/").maxKeys(1))) {
            assertThat(page.keyCount()).isEqualTo(1);
            seen.addAll(keys(page));
            page.commonPrefixes().forEach(prefix -> seen.add(prefix.prefix()));
        }

        assertThat(seen).containsExactly("roll/a/", "roll/b", "roll/c/");
    }

    @Test
    void startsAfterAKey() {
        List.of("after/a", "after/b", "after/c").forEach(this::put);

        assertThat(
                        keys(
                                client.listObjectsV2(
                                        l ->
                                                l.bucket(BUCKET)
                                                        .prefix("after/")
                                                        .startAfter("after/a"))))
                .containsExactly("after/b", "after/c");
    }

    @Test
    void pagesInTheFirstVersionOfTheListing() {
        List.of("v1/a/1", "v1/a/2", "v1/b", "v1/c").forEach(this::put);

        List<String> seen = new ArrayList<>();
        String marker = "";
        ListObjectsResponse page;
        do {
            String from = marker;
            page =
                    client.listObjects(
                            l ->
                                    l.bucket(BUCKET)
                                            .prefix("v1/")
                                            .delimiter("/")
                                            .maxKeys(2)
                                            .marker(from));
            page.contents().forEach(object -> seen.add(object.key()));
            page.commonPrefixes().forEach(prefix -> seen.add(prefix.prefix()));
            marker = page.nextMarker();
        } while (page.isTruncated());

        assertThat(seen).containsExactlyInAnyOrder("v1/a/", "v1/b", "v1/c");
    }

    @Test
    void saysSizeETagAndTimeOfEachObject() {
        put("facts/a");

        S3Object object =
                client.listObjectsV2(l -> l.bucket(BUCKET).prefix("facts/")).contents().getFirst();

        var head = client.headObject(h -> h.bucket(BUCKET).key("facts/a"));
        assertThat(object.size()).isEqualTo(head.contentLength()).isEqualTo(7);
        assertThat(object.eTag()).isEqualTo(head.eTag());
        assertThat(object.lastModified()).isEqualTo(head.lastModified());
    }

    @Test
    void refusesATokenThatItNeverGave() {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(
                        () ->
                                client.listObjectsV2(
                                        l -> l.bucket(BUCKET).continuationToken("not a token!")))
                .satisfies(
                        e ->
                                assertThat(e.awsErrorDetails().errorCode())
                                        .isEqualTo("InvalidArgument"));
    }

    private void put(String key) {
        client.putObject(p -> p.bucket(BUCKET).key(key), RequestBody.fromString(key));
    }

    private static List<String> keys(ListObjectsV2Response page) {
        return page.contents().stream().map(S3Object::key).toList();
    }
}
