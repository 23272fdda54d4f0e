package dev.weft.testing;

import dev.weft.store.Bucket;
import dev.weft.store.ContentFingerprint;
import dev.weft.store.ListedObject;
import dev.weft.store.StoreException;
import dev.weft.store.UncheckedStoreException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/// A bucket in this JVM that can be made to misbehave.
public final class FakeBucket implements Bucket {
    private final Map<String, ListedObject> objects =
            new ConcurrentSkipListMap<>(
                    (left, right) -> Arrays.compareUnsigned(utf8(left), utf8(right)));
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final Map<String, Long> checksums = new ConcurrentSkipListMap<>();
    private final List<String> deleted = new ArrayList<>();
    private Consumer<List<ListedObject>> reorder = _ -> {};
    private Consumer<ListedObject> listed = _ -> {};
    private Consumer<String> diary = _ -> {};
    private Optional<String> listingRefusal = Optional.empty();
    private Optional<String> readingRefusal = Optional.empty();
    private Optional<String> deletingRefusal = Optional.empty();

    /// Stores an object, its entity tag the MD5 of its bytes.
    public void put(String key, byte[] bytes) {
        objects.put(key, new ListedObject(key, OptionalLong.of(bytes.length), md5(bytes)));
        contents.put(key, bytes);
    }

    /// Stores an object that was written at a moment.
    public void put(String key, byte[] bytes, Instant modified) {
        objects.put(
                key,
                new ListedObject(
                        key, OptionalLong.of(bytes.length), md5(bytes), Optional.of(modified)));
    }

    /// Stores an object with that entity tag.
    public void putTagged(String key, byte[] bytes, String entityTag) {
        objects.put(key, new ListedObject(key, OptionalLong.of(bytes.length), entityTag));
        contents.put(key, bytes);
    }

    /// Stores an object like a server with encryption: the entity tag is no MD5.
    public void putEncrypted(String key, byte[] bytes) {
        putTagged(key, bytes, "0".repeat(32));
    }

    /// Stores an object like a server whose listings lack sizes and tags.
    public void putUntold(String key, byte[] bytes) {
        objects.put(key, new ListedObject(key, OptionalLong.empty(), ""));
        contents.put(key, bytes);
    }

    /// Keeps the CRC-32 of these bytes for a key.
    public void keepChecksum(String key, byte[] bytes) {
        checksums.put(key, crc32(bytes));
    }

    /// Loses an object.
    public void lose(String key) {
        objects.remove(key);
    }

    /// Lists in another order from now on.
    public void reorder(Consumer<List<ListedObject>> reorder) {
        this.reorder = reorder;
    }

    /// Calls this before each object that a listing gives.
    public void whenListed(Consumer<ListedObject> listed) {
        this.listed = listed;
    }

    /// Reports each later request, such as `list weft/` and `delete weft/00000000-a`.
    public void tell(Consumer<String> diary) {
        this.diary = diary;
    }

    /// Refuses to list from now on.
    public void refuseListing(String message) {
        listingRefusal = Optional.of(message);
    }

    /// Denies later queries of single objects.
    public void refuseReading(String message) {
        readingRefusal = Optional.of(message);
    }

    /// Refuses to delete from now on.
    public void refuseDeleting(String message) {
        deletingRefusal = Optional.of(message);
    }

    /// The keys that are there.
    public List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    /// The keys that were to be deleted, there or not.
    public List<String> deleted() {
        return List.copyOf(deleted);
    }

    @Override
    public void check() {}

    @Override
    public Iterator<ListedObject> list(String prefix) {
        diary.accept("list " + prefix);
        if (listingRefusal.isPresent()) {
            throw new UncheckedStoreException(new StoreException(listingRefusal.get()));
        }
        List<ListedObject> below = new ArrayList<>(objects.values());
        below.removeIf(object -> !object.key().startsWith(prefix));
        reorder.accept(below);
        return below.stream().peek(listed).iterator();
    }

    @Override
    public Optional<Long> crc32(String key) throws StoreException {
        ask("head " + key);
        return Optional.ofNullable(checksums.get(key));
    }

    @Override
    public Optional<ContentFingerprint> read(String key) throws StoreException {
        ask("get " + key);
        return Optional.ofNullable(objects.get(key))
                .flatMap(_ -> Optional.ofNullable(contents.get(key)))
                .map(bytes -> new ContentFingerprint(bytes.length, crc32(bytes)));
    }

    private void ask(String request) throws StoreException {
        diary.accept(request);
        if (readingRefusal.isPresent()) {
            throw new StoreException(readingRefusal.get());
        }
    }

    @Override
    public void delete(Collection<String> keys) throws StoreException {
        if (deletingRefusal.isPresent()) {
            throw new StoreException(deletingRefusal.get());
        }
        keys.forEach(key -> diary.accept("delete " + key));
        deleted.addAll(keys);
        objects.keySet().removeAll(keys);
    }

    @Override
    public void close() {}

    private static byte[] utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static long crc32(byte[] bytes) {
        CRC32 crc32 = new CRC32();
        crc32.update(bytes);
        return crc32.getValue();
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
