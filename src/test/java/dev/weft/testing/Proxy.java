package dev.weft.testing;

/// A proxy that this JVM uses until it is closed.
public final class Proxy implements AutoCloseable {
    private final String scheme;

    private Proxy(String scheme) {
        this.scheme = scheme;
    }

    /// Names a proxy on the loopback address for servers over http.
    public static Proxy on(int port) {
        return on(port, "http");
    }

    /// Names one for servers over a scheme.
    public static Proxy on(int port, String scheme) {
        System.setProperty(scheme + ".proxyHost", "127.0.0.1");
        System.setProperty(scheme + ".proxyPort", Integer.toString(port));
        return new Proxy(scheme);
    }

    @Override
    public void close() {
        System.clearProperty(scheme + ".proxyHost");
        System.clearProperty(scheme + ".proxyPort");
    }
}
