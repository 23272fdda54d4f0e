package dev.weft.store;

import java.util.Objects;
import java.util.OptionalLong;

/// An object as a listing shows it.
///
/// @param size in bytes; empty where the server does not tell
/// @param entityTag without quotes: the MD5 of the object in hexadecimal digits, unless the server
///   encrypts it; no character where the server does not tell
public record StoredObject(String key, OptionalLong size, String entityTag) {
    public StoredObject {
        Objects.requireNonNull(key);
        Objects.requireNonNull(size);
        Objects.requireNonNull(entityTag);
    }
}
