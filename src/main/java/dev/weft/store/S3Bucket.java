package dev.weft.store;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// The bucket through the SDK's blocking client.
public final class S3Bucket implements Bucket {
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
            throw Refusals.explain(e, target);
        }
    }

    @Override
    public void delete(Collection<String> keys) throws StoreException {
        new Deletion(client, target).delete(keys);
    }

    @Override
    public void close() {
        client.close();
    }
}
