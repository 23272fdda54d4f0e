package dev.weft.store;

import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;

/// The bucket as somebody sees it who only looks and tidies up: it never uploads.
public interface Bucket extends AutoCloseable {
    /// Asks for one key, to see whether the bucket is there and lets us in.
    void check() throws StoreException;

    /// The objects whose keys begin with the prefix, in the order of their keys' UTF-8 bytes, read
    /// page by page. The iterator throws [UncheckedStoreException].
    Iterator<ListedObject> list(String prefix);

    /// The CRC-32 that the server keeps of an object; empty where it keeps none, or has no such
    /// object.
    Optional<Long> crc32(String key) throws StoreException;

    /// Reads an object whole; empty where there is no such object.
    Optional<ContentFingerprint> read(String key) throws StoreException;

    /// Deletes these keys and no others. A key that is not there is no fault.
    ///
    /// @throws StoreException when keys are left, after every other one was deleted
    void delete(Collection<String> keys) throws StoreException;

    @Override
    void close();
}
