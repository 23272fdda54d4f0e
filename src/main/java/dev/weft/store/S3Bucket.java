package dev.weft.store;

import dev.weft.plan.BucketProperties;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.KeyPrefixes;
import dev.weft.plan.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Accesses a bucket with the SDK's blocking client.
public final class S3Bucket implements Bucket {
    private final S3Client client;
    private final Target target;

    /// Builds the client, which connects on first use.
    public S3Bucket(Target target, FairnessContract contract) {
        this.client = Clients.blocking(target, contract);
        this.target = target;
    }

    @Override
    public void check() throws StoreException {
        try {
            var _ = client.listObjectsV2(listing(KeyPrefixes.ROOT).toBuilder().maxKeys(1).build());
        } catch (SdkException e) {
            throw StoreErrorText.explain(e, target);
        }
    }

    /// The server's clock, to the second; empty if the response has no valid date.
    public Optional<Instant> serverTime() throws StoreException {
        try {
            return client.listObjectsV2(listing(KeyPrefixes.ROOT).toBuilder().maxKeys(1).build())
                    .sdkHttpResponse()
                    .firstMatchingHeader("Date")
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw StoreErrorText.explain(e, target);
        }
    }

    @Override
    public Iterator<ListedObject> list(String prefix) {
        return new Listing(client, listing(prefix), target);
    }

    private ListObjectsV2Request listing(String prefix) {
        return ListObjectsV2Request.builder()
                .bucket(target.bucket())
                .prefix(prefix)
                .encodingType(EncodingType.URL)
                .build();
    }

    @Override
    public Optional<Long> crc32(String key) throws StoreException {
        try {
            String checksum =
                    client.headObject(
                                    head ->
                                            head.bucket(target.bucket())
                                                    .key(key)
                                                    .checksumMode(ChecksumMode.ENABLED))
                            .checksumCRC32();
            return Optional.ofNullable(checksum)
                    .map(
                            base64 ->
                                    Integer.toUnsignedLong(
                                            ByteBuffer.wrap(Base64.getDecoder().decode(base64))
                                                    .getInt()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw StoreErrorText.explain(e, target);
        }
    }

    /// Reads the properties of the bucket. A property is empty if the server does not report it.
    ///
    /// @throws StoreException if the thread was interrupted
    public BucketProperties traits() throws StoreException {
        return new BucketSurvey(client, target).traits();
    }

    /// The same bucket with versioning: its deletions include all versions.
    public VersionedBucket versioned() {
        return new VersionedBucket(this, client, target);
    }

    /// Number of requests that the deletion of these keys takes.
    public static long deleteRequests(Collection<String> keys) {
        return KeyDeletion.requests(keys);
    }

    @Override
    public Optional<ContentFingerprint> read(String key) throws StoreException {
        try {
            return Optional.of(
                    client.getObject(
                            get -> get.bucket(target.bucket()).key(key),
                            (_, content) -> fingerprint(content)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw StoreErrorText.explain(e, target);
        }
    }

    /// Reports a lost connection as retryable, because the SDK then repeats the request.
    private static ContentFingerprint fingerprint(InputStream content) {
        try {
            return ContentFingerprint.of(content);
        } catch (IOException e) {
            throw RetryableException.create("the content of an object broke off", e);
        }
    }

    @Override
    public void delete(Collection<String> keys) throws StoreException {
        new KeyDeletion(client, target).delete(keys);
    }

    @Override
    public void close() {
        client.close();
    }
}
