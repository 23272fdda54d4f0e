package dev.weft.store;

import java.util.Objects;

/// An object as a listing shows it.
///
/// @param entityTag without quotes: the MD5 of the object in hexadecimal digits, unless the server
///   encrypts it
public record StoredObject(String key, long size, String entityTag) {
    public StoredObject {
        Objects.requireNonNull(key);
        Objects.requireNonNull(entityTag);
    }
}
