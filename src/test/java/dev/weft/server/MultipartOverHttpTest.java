package dev.weft.server;

import static dev.weft.server.ServerUnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.hash.Hashing;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MultipartOverHttpTest {
    private static final int PART_BYTES = 5 * 1024 * 1024;

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
    void joinsThePartsInTheOrderOfTheirNumbers() {
        byte[] first = random(PART_BYTES, 1);
        byte[] second = random(1000, 2);
        String id = begin("joined");
        CompletedPart two = part("joined", id, 2, second);
        CompletedPart one = part("joined", id, 1, first);

        CompleteMultipartUploadResponse answer = complete("joined", id, List.of(one, two));

        byte[] whole = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        assertThat(client.getObjectAsBytes(g -> g.bucket(BUCKET).key("joined")).asByteArray())
                .isEqualTo(whole);
        assertThat(answer.eTag()).isEqualTo('"' + composite(first, second) + '"');
    }

    @Test
    void readsARangeAcrossParts() {
        String id = begin("across");
        byte[] first = random(PART_BYTES, 3);
        CompletedPart one = part("across", id, 1, first);
        CompletedPart two = part("across", id, 2, new byte[] {1, 2, 3});
        complete("across", id, List.of(one, two));

        byte[] read =
                client.getObjectAsBytes(
                                g ->
                                        g.bucket(BUCKET)
                                                .key("across")
                                                .range(
                                                        "bytes=%d-%d"
                                                                .formatted(
                                                                        PART_BYTES - 1,
                                                                        PART_BYTES + 1)))
                        .asByteArray();

        assertThat(read).containsExactly(first[PART_BYTES - 1], 1, 2);
    }

    @Test
    void keepsTheHeadersOfTheBeginning() {
        String id =
                client.createMultipartUpload(
                                c ->
                                        c.bucket(BUCKET)
                                                .key("headers")
                                                .contentType("text/x-weft")
                                                .metadata(Map.of("colour", "blue")))
                        .uploadId();
        complete("headers", id, List.of(part("headers", id, 1, new byte[] {1})));

        var head = client.headObject(h -> h.bucket(BUCKET).key("headers"));
        assertThat(head.contentType()).isEqualTo("text/x-weft");
        assertThat(head.metadata()).isEqualTo(Map.of("colour", "blue"));
        assertThat(head.contentLength()).isEqualTo(1);
    }

    @Test
    void keepsTheLastOfTwoPartsWithOneNumber() {
        String id = begin("again");
        part("again", id, 1, new byte[] {1});
        complete("again", id, List.of(part("again", id, 1, new byte[] {2})));

        assertThat(client.getObjectAsBytes(g -> g.bucket(BUCKET).key("again")).asByteArray())
                .containsExactly(2);
    }

    @Test
    void listsPartsAndUploadsThatAreUnderWay() {
        String id = begin("under-way");
        part("under-way", id, 1, new byte[] {1, 2});

        assertThat(client.listParts(l -> l.bucket(BUCKET).key("under-way").uploadId(id)).parts())
                .singleElement()
                .satisfies(
                        part -> {
                            assertThat(part.partNumber()).isEqualTo(1);
                            assertThat(part.size()).isEqualTo(2);
                        });
        assertThat(client.listMultipartUploads(l -> l.bucket(BUCKET)).uploads())
                .anySatisfy(upload -> assertThat(upload.uploadId()).isEqualTo(id));
        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(() -> client.headObject(h -> h.bucket(BUCKET).key("under-way")));
    }

    @Test
    void forgetsAnAbortedUpload() {
        String id = begin("aborted");
        part("aborted", id, 1, new byte[] {1});

        client.abortMultipartUpload(a -> a.bucket(BUCKET).key("aborted").uploadId(id));

        assertThatExceptionOfType(NoSuchUploadException.class)
                .isThrownBy(() -> part("aborted", id, 2, new byte[] {1}));
        assertThatExceptionOfType(NoSuchUploadException.class)
                .isThrownBy(
                        () -> client.listParts(l -> l.bucket(BUCKET).key("aborted").uploadId(id)));
    }

    @Test
    void answersACompletionAgain() {
        String id = begin("repeated");
        List<CompletedPart> parts = List.of(part("repeated", id, 1, new byte[] {1}));

        String etag = complete("repeated", id, parts).eTag();

        assertThat(complete("repeated", id, parts).eTag()).isEqualTo(etag);
    }

    @Test
    void refusesAPartThatWasNeverSent() {
        String id = begin("invalid");
        part("invalid", id, 1, new byte[] {1});

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(
                        () ->
                                complete(
                                        "invalid",
                                        id,
                                        List.of(
                                                CompletedPart.builder()
                                                        .partNumber(2)
                                                        .eTag("\"x\"")
                                                        .build())))
                .satisfies(
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidPart"));
    }

    @Test
    void refusesAPartWithAnotherContentMd5() {
        String id = begin("bad-part");

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(
                        () ->
                                client.uploadPart(
                                        u ->
                                                u.bucket(BUCKET)
                                                        .key("bad-part")
                                                        .uploadId(id)
                                                        .partNumber(1)
                                                        .contentMD5("AAAAAAAAAAAAAAAAAAAAAA=="),
                                        RequestBody.fromString("x")))
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("BadDigest"));
    }

    @Test
    void copiesAPartFromAnObject() {
        client.putObject(
                p -> p.bucket(BUCKET).key("part-source"), RequestBody.fromString("0123456789"));
        String id = begin("part-copy");

        String etag =
                client.uploadPartCopy(
                                u ->
                                        u.sourceBucket(BUCKET)
                                                .sourceKey("part-source")
                                                .copySourceRange("bytes=2-4")
                                                .destinationBucket(BUCKET)
                                                .destinationKey("part-copy")
                                                .uploadId(id)
                                                .partNumber(1))
                        .copyPartResult()
                        .eTag();
        complete(
                "part-copy", id, List.of(CompletedPart.builder().partNumber(1).eTag(etag).build()));

        assertThat(client.getObjectAsBytes(g -> g.bucket(BUCKET).key("part-copy")).asUtf8String())
                .isEqualTo("234");
    }

    private String begin(String key) {
        return client.createMultipartUpload(c -> c.bucket(BUCKET).key(key)).uploadId();
    }

    private CompletedPart part(String key, String id, int number, byte[] body) {
        String etag =
                client.uploadPart(
                                u -> u.bucket(BUCKET).key(key).uploadId(id).partNumber(number),
                                RequestBody.fromBytes(body))
                        .eTag();
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    private CompleteMultipartUploadResponse complete(
            String key, String id, List<CompletedPart> parts) {
        return client.completeMultipartUpload(
                c -> c.bucket(BUCKET).key(key).uploadId(id).multipartUpload(m -> m.parts(parts)));
    }

    @SuppressWarnings("deprecation")
    private static String composite(byte[] first, byte[] second) {
        return Hashing.md5()
                        .newHasher()
                        .putBytes(Hashing.md5().hashBytes(first).asBytes())
                        .putBytes(Hashing.md5().hashBytes(second).asBytes())
                        .hash()
                + "-2";
    }

    private static byte[] random(int bytes, int seed) {
        byte[] random = new byte[bytes];
        new Random(seed).nextBytes(random);
        return random;
    }
}
