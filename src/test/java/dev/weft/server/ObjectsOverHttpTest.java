package dev.weft.server;

import static dev.weft.server.ServerUnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ObjectsOverHttpTest {
    private static final byte[] HELLO = "hello, world".getBytes(StandardCharsets.UTF_8);

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
    void returnsWhatWasStored() {
        byte[] body = new byte[3_000_001];
        new Random(1).nextBytes(body);

        put("large", body);

        assertThat(get("large").asByteArray()).isEqualTo(body);
    }

    @Test
    void answersWithTheMd5AsETag() {
        String etag = put("etag", HELLO);

        assertThat(etag).isEqualTo('"' + md5Hex(HELLO) + '"');
        assertThat(head("etag").eTag()).isEqualTo(etag);
    }

    @Test
    void storesAnEmptyObject() {
        String etag = put("empty", new byte[0]);

        assertThat(etag).isEqualTo("\"d41d8cd98f00b204e9800998ecf8427e\"");
        assertThat(head("empty").contentLength()).isZero();
        assertThat(get("empty").asByteArray()).isEmpty();
    }

    @Test
    void keepsTheLastOfTwoObjectsWithOneKey() {
        put("twice", HELLO);
        put("twice", "second".getBytes(StandardCharsets.UTF_8));

        assertThat(get("twice").asUtf8String()).isEqualTo("second");
    }

    @Test
    void keepsHeadersAndUserMetadata() {
        Instant expires = Instant.parse("2030-01-02T03:04:05Z");
        client.putObject(
                p ->
                        p.bucket(BUCKET)
                                .key("headers")
                                .contentType("text/x-weft")
                                .cacheControl("no-cache")
                                .contentDisposition("inline")
                                .contentEncoding("identity")
                                .contentLanguage("de")
                                .expires(expires)
                                .metadata(Map.of("colour", "blue")),
                RequestBody.fromBytes(HELLO));

        HeadObjectResponse head = head("headers");
        assertThat(head.contentType()).isEqualTo("text/x-weft");
        assertThat(head.cacheControl()).isEqualTo("no-cache");
        assertThat(head.contentDisposition()).isEqualTo("inline");
        assertThat(head.contentEncoding()).isEqualTo("identity");
        assertThat(head.contentLanguage()).isEqualTo("de");
        assertThat(head.expiresString()).isEqualTo("Wed, 02 Jan 2030 03:04:05 GMT");
        assertThat(head.metadata()).isEqualTo(Map.of("colour", "blue"));
    }

    @Test
    void returnsTheBytesOfARange() {
        put("range", HELLO);

        assertThat(range("range", "bytes=7-11").asUtf8String()).isEqualTo("world");
        assertThat(range("range", "bytes=7-").asUtf8String()).isEqualTo("world");
        assertThat(range("range", "bytes=-5").asUtf8String()).isEqualTo("world");
        assertThat(range("range", "bytes=7-1000").asUtf8String()).isEqualTo("world");
        assertThat(range("range", "bytes=0-4").response().contentRange()).isEqualTo("bytes 0-4/12");
    }

    @Test
    void refusesARangeBeyondTheEnd() {
        put("beyond", HELLO);

        refused(() -> range("beyond", "bytes=12-"), 416, "InvalidRange");
    }

    @Test
    void readsOnlyUnderTheConditionsOfTheReader() {
        String etag = put("conditional", HELLO);

        refused(
                () ->
                        client.getObjectAsBytes(
                                g -> g.bucket(BUCKET).key("conditional").ifMatch("\"other\"")),
                412,
                "PreconditionFailed");
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(
                        () ->
                                client.getObjectAsBytes(
                                        g -> g.bucket(BUCKET).key("conditional").ifNoneMatch(etag)))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(304));
    }

    @Test
    void refusesABodyWithAnotherContentMd5() {
        refused(
                () ->
                        client.putObject(
                                p ->
                                        p.bucket(BUCKET)
                                                .key("bad-md5")
                                                .contentMD5(base64(md5(new byte[] {1}))),
                                RequestBody.fromBytes(HELLO)),
                400,
                "BadDigest");
        assertMissing("bad-md5");
    }

    @Test
    void takesABodyWithItsContentMd5() {
        client.putObject(
                p -> p.bucket(BUCKET).key("good-md5").contentMD5(base64(md5(HELLO))),
                RequestBody.fromBytes(HELLO));

        assertThat(get("good-md5").asByteArray()).isEqualTo(HELLO);
    }

    @Test
    void refusesABodyWithAnotherCrc32() {
        refused(
                () ->
                        client.putObject(
                                p -> p.bucket(BUCKET).key("bad-crc").checksumCRC32("AAAAAA=="),
                                RequestBody.fromBytes(HELLO)),
                400,
                "BadDigest");
        assertMissing("bad-crc");
    }

    @Test
    void refusesAnEmptyBodyWithAnotherCrc32() {
        refused(
                () ->
                        client.putObject(
                                p -> p.bucket(BUCKET).key("bad-empty").checksumCRC32("AAAAAQ=="),
                                RequestBody.empty()),
                400,
                "BadDigest");
        assertMissing("bad-empty");
    }

    @Test
    void returnsTheCrc32ThatWasSent() {
        String crc32 = crc32(HELLO);
        client.putObject(
                p -> p.bucket(BUCKET).key("crc").checksumCRC32(crc32),
                RequestBody.fromBytes(HELLO));

        HeadObjectResponse head =
                client.headObject(
                        h -> h.bucket(BUCKET).key("crc").checksumMode(ChecksumMode.ENABLED));
        assertThat(head.checksumCRC32()).isEqualTo(crc32);
        assertThat(head.metadata()).isEmpty();
        assertThat(head("crc").checksumCRC32()).isNull();
    }

    @Test
    void answersThatAKeyIsMissing() {
        assertMissing("never");
        assertThatExceptionOfType(NoSuchKeyException.class).isThrownBy(() -> get("never"));
    }

    @Test
    void deletesAMissingKeyWithoutComplaint() {
        assertThat(
                        client.deleteObject(d -> d.bucket(BUCKET).key("never"))
                                .sdkHttpResponse()
                                .statusCode())
                .isEqualTo(204);
    }

    @Test
    void deletesAThousandAtOnce() {
        IntStream.range(0, 1000).forEach(index -> put("many/" + index, HELLO));

        var answer =
                client.deleteObjects(
                        d ->
                                d.bucket(BUCKET)
                                        .delete(
                                                all ->
                                                        all.objects(
                                                                IntStream.range(0, 1000)
                                                                        .mapToObj(this::many)
                                                                        .toList())));

        assertThat(answer.deleted()).hasSize(1000);
        assertThat(answer.errors()).isEmpty();
        assertThat(client.listObjectsV2(l -> l.bucket(BUCKET).prefix("many/")).contents())
                .isEmpty();
    }

    private ObjectIdentifier many(int index) {
        return ObjectIdentifier.builder().key("many/" + index).build();
    }

    @Test
    void copiesAnObjectWithItsHeaders() {
        client.putObject(
                p -> p.bucket(BUCKET).key("source").metadata(Map.of("colour", "blue")),
                RequestBody.fromBytes(HELLO));

        var copy =
                client.copyObject(
                        c ->
                                c.sourceBucket(BUCKET)
                                        .sourceKey("source")
                                        .destinationBucket(BUCKET)
                                        .destinationKey("copy"));
        client.deleteObject(d -> d.bucket(BUCKET).key("source"));

        assertThat(copy.copyObjectResult().eTag()).isEqualTo('"' + md5Hex(HELLO) + '"');
        assertThat(get("copy").asByteArray()).isEqualTo(HELLO);
        assertThat(head("copy").metadata()).isEqualTo(Map.of("colour", "blue"));
    }

    @Test
    void copiesAnObjectWithOtherHeaders() {
        put("source-2", HELLO);

        client.copyObject(
                c ->
                        c.sourceBucket(BUCKET)
                                .sourceKey("source-2")
                                .destinationBucket(BUCKET)
                                .destinationKey("source-2")
                                .metadataDirective(MetadataDirective.REPLACE)
                                .contentType("text/x-weft"));

        assertThat(head("source-2").contentType()).isEqualTo("text/x-weft");
        assertThat(get("source-2").asByteArray()).isEqualTo(HELLO);
    }

    @Test
    void answersThatABucketIsMissing() {
        assertThatExceptionOfType(NoSuchBucketException.class)
                .isThrownBy(
                        () ->
                                client.putObject(
                                        p -> p.bucket("other").key("a"),
                                        RequestBody.fromBytes(new byte[5_000_000])))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(404));
        assertThatExceptionOfType(NoSuchBucketException.class)
                .isThrownBy(() -> client.listObjectsV2(l -> l.bucket("other")));
        assertThatExceptionOfType(NoSuchBucketException.class)
                .isThrownBy(() -> client.headBucket(h -> h.bucket("other")));
    }

    @Test
    void makesAndDeletesBuckets() {
        client.createBucket(c -> c.bucket("second"));
        client.putObject(p -> p.bucket("second").key("a"), RequestBody.fromBytes(HELLO));

        assertThat(client.listBuckets().buckets())
                .extracting(bucket -> bucket.name())
                .containsExactly("second", BUCKET);
        refused(() -> client.deleteBucket(d -> d.bucket("second")), 409, "BucketNotEmpty");
        refused(() -> client.createBucket(c -> c.bucket("second")), 409, "BucketAlreadyOwnedByYou");
        client.deleteObject(d -> d.bucket("second").key("a"));
        client.deleteBucket(d -> d.bucket("second"));
        assertThatExceptionOfType(NoSuchBucketException.class)
                .isThrownBy(() -> client.headBucket(h -> h.bucket("second")));
    }

    @Test
    void refusesAKeyOfMoreThan1024Bytes() {
        refused(() -> put("ü".repeat(513), HELLO), 400, "KeyTooLongError");
    }

    private String put(String key, byte[] body) {
        return client.putObject(p -> p.bucket(BUCKET).key(key), RequestBody.fromBytes(body)).eTag();
    }

    private ResponseBytes<GetObjectResponse> get(String key) {
        return client.getObjectAsBytes(g -> g.bucket(BUCKET).key(key));
    }

    private ResponseBytes<GetObjectResponse> range(String key, String range) {
        return client.getObjectAsBytes(g -> g.bucket(BUCKET).key(key).range(range));
    }

    private HeadObjectResponse head(String key) {
        return client.headObject(h -> h.bucket(BUCKET).key(key));
    }

    private void assertMissing(String key) {
        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(() -> head(key))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    private static void refused(ThrowingCallable request, int status, String code) {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(request)
                .satisfies(
                        e -> {
                            assertThat(e.statusCode()).isEqualTo(status);
                            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                        });
    }

    @SuppressWarnings("deprecation")
    private static byte[] md5(byte[] body) {
        return Hashing.md5().hashBytes(body).asBytes();
    }

    @SuppressWarnings("deprecation")
    private static String md5Hex(byte[] body) {
        return Hashing.md5().hashBytes(body).toString();
    }

    private static String crc32(byte[] body) {
        var crc32 = new java.util.zip.CRC32();
        crc32.update(body);
        return base64(java.nio.ByteBuffer.allocate(4).putInt((int) crc32.getValue()).array());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
