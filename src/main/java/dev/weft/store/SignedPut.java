package dev.weft.store;

import java.net.Proxy;
import java.net.URI;
import java.util.Map;

/// A signed upload that any HTTP client can send.
///
/// @param url target of the PUT, with the signature in its query
/// @param headers signed headers to send; excludes Host
/// @param proxy proxy of the connection, or [Proxy#NO_PROXY]
public record SignedPut(URI url, Map<String, String> headers, Proxy proxy) {
    public SignedPut {
        headers = Map.copyOf(headers);
    }

    /// Omits the signature, which grants access to the bucket while it is valid.
    @Override
    public String toString() {
        return "PUT " + url.getRawPath();
    }
}
