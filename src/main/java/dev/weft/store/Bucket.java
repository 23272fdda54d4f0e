package dev.weft.store;

import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;

/// Reads, lists and deletes the objects of a bucket. Uploads go through [UploadClient].
public interface Bucket extends AutoCloseable {
    /// Lists one key to check that the bucket exists and grants access.
    void check() throws StoreException;

    /// Objects whose keys start with the prefix, read page by page. S3 sorts them by the UTF-8
    /// bytes of the key. The iterator throws [UncheckedStoreException].
    Iterator<ListedObject> list(String prefix);

    /// CRC-32 that the server stored with an object; empty if it stored none or the object does not
    /// exist.
    Optional<Long> crc32(String key) throws StoreException;

    /// Downloads an object and computes its fingerprint; empty if the object does not exist.
    Optional<ContentFingerprint> read(String key) throws StoreException;

    /// Deletes exactly these keys. Missing keys are ignored.
    ///
    /// @throws StoreException if keys remain; all others are deleted first
    void delete(Collection<String> keys) throws StoreException;

    @Override
    void close();
}
