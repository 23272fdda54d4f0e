package dev.weft.testing;

import dev.weft.store.Bucket;
import dev.weft.store.ContentFingerprint;
import dev.weft.store.ListedObject;
import dev.weft.store.StoreException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/// A bucket whose entity tags are no MD5s, as with KMS keys at Amazon S3. LocalStack returns the
/// MD5 even there.
public record Untagged(Bucket bucket) implements Bucket {
    private static final String TAG = "0".repeat(32);

    @Override
    public void check() throws StoreException {
        bucket.check();
    }

    @Override
    public Iterator<ListedObject> list(String prefix) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(bucket.list(prefix), 0), false)
                .map(object -> new ListedObject(object.key(), object.size(), TAG))
                .iterator();
    }

    @Override
    public Optional<Long> crc32(String key) throws StoreException {
        return bucket.crc32(key);
    }

    @Override
    public Optional<ContentFingerprint> read(String key) throws StoreException {
        return bucket.read(key);
    }

    @Override
    public void delete(Collection<String> keys) throws StoreException {
        bucket.delete(keys);
    }

    @Override
    public void close() {
        bucket.close();
    }
}
