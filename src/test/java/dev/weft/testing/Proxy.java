package dev.weft.testing;

/// A proxy that this JVM is told to use, until it is closed.
public final class Proxy implements AutoCloseable {
    private static final String HOST = "http.proxyHost";
    private static final String PORT = "http.proxyPort";

    private Proxy() {}

    /// Names a proxy on the loopback address.
    public static Proxy on(int port) {
        System.setProperty(HOST, "127.0.0.1");
        System.setProperty(PORT, Integer.toString(port));
        return new Proxy();
    }

    @Override
    public void close() {
        System.clearProperty(HOST);
        System.clearProperty(PORT);
    }
}
