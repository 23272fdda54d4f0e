package dev.weft.store;

import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/// One upload that any HTTP client can make.
///
/// @param url to which the bytes are put, the signature in its query
/// @param headers that were signed and must be sent, but for Host
/// @param proxy that stands in between, or none
public record SignedPut(URI url, Map<String, String> headers, Proxy proxy) {
    public SignedPut {
        Objects.requireNonNull(url);
        Objects.requireNonNull(proxy);
        headers = Map.copyOf(headers);
    }

    /// Without the signature, which is a key to the bucket while it lasts.
    @Override
    public String toString() {
        return "PUT " + url.getRawPath();
    }
}
