package dev.weft.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// An object as a listing shows it.
///
/// @param size in bytes; empty where the server does not tell
/// @param entityTag without quotes: the MD5 of the object in hexadecimal digits, unless the server
///   encrypts it or is weft's own ([dev.weft.plan.EntityTag]); no character where the server does
///   not tell
/// @param modified when it was written, by the server's clock; empty where the server does not tell
public record ListedObject(
        String key, OptionalLong size, String entityTag, Optional<Instant> modified) {
    public ListedObject {
        Objects.requireNonNull(key);
        Objects.requireNonNull(size);
        Objects.requireNonNull(entityTag);
        Objects.requireNonNull(modified);
    }

    /// An object of which the server does not tell when it was written.
    public ListedObject(String key, OptionalLong size, String entityTag) {
        this(key, size, entityTag, Optional.empty());
    }
}
