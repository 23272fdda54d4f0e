package dev.weft.store;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/// The bucket through the SDK's blocking client.
public final class S3Bucket implements Bucket {
    /// The most keys that one request may delete, as the S3 API defines it.
    private static final int KEYS_PER_DELETE = 1000;

    private final S3Client client;
    private final Target target;

    /// Builds the client; it connects when it is first used.
    public S3Bucket(Target target, FairnessContract contract) {
        this.client = Clients.blocking(target, contract);
        this.target = target;
    }

    @Override
    public void check() throws StoreException {
        try {
            var _ = client.listObjectsV2(listing("weft/").toBuilder().maxKeys(1).build());
        } catch (SdkException e) {
            throw Refusals.explain(e, target);
        }
    }

    @Override
    public Iterator<StoredObject> list(String prefix) {
        Iterator<StoredObject> objects =
                client.listObjectsV2Paginator(listing(prefix)).contents().stream()
                        .map(
                                object ->
                                        new StoredObject(
                                                object.key(),
                                                object.size(),
                                                object.eTag().replace("\"", "")))
                        .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return objects.hasNext();
                } catch (SdkException e) {
                    throw new UncheckedStoreException(Refusals.explain(e, target));
                }
            }

            @Override
            public StoredObject next() {
                return objects.next();
            }
        };
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
        } catch (SdkException e) {
            throw Refusals.explain(e, target);
        }
    }

    @Override
    public void delete(Collection<String> keys) throws StoreException {
        List<ObjectIdentifier> identifiers =
                keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
        for (int from = 0; from < identifiers.size(); from += KEYS_PER_DELETE) {
            deleteBatch(
                    identifiers.subList(
                            from, Math.min(from + KEYS_PER_DELETE, identifiers.size())));
        }
    }

    private void deleteBatch(List<ObjectIdentifier> batch) throws StoreException {
        try {
            DeleteObjectsResponse response =
                    client.deleteObjects(
                            delete ->
                                    delete.bucket(target.bucket())
                                            .delete(keys -> keys.objects(batch).quiet(true)));
            if (response.hasErrors() && !response.errors().isEmpty()) {
                S3Error first = response.errors().getFirst();
                throw new StoreException(
                        "%d of %d objects could not be deleted from %s, the first one %s: %s"
                                .formatted(
                                        response.errors().size(),
                                        batch.size(),
                                        Refusals.where(target),
                                        first.key(),
                                        first.code()));
            }
        } catch (SdkException e) {
            throw Refusals.explain(e, target);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
