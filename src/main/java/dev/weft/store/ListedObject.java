package dev.weft.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// An object in a listing.
///
/// @param size size in bytes; empty if the server does not report it
/// @param entityTag ETag without quotes; empty string if the server sends none. It is the MD5 in
///   hexadecimal digits, unless the server encrypts or is the embedded one
///   ([dev.weft.plan.EntityTag])
/// @param modified time of the write, by the server's clock; empty if the server does not report it
public record ListedObject(
        String key, OptionalLong size, String entityTag, Optional<Instant> modified) {
    /// Creates a listed object without a time of the write.
    public ListedObject(String key, OptionalLong size, String entityTag) {
        this(key, size, entityTag, Optional.empty());
    }
}
