package dev.weft.store;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/// A connection that was not to be had, or that the other side or the network ended: each HTTP
/// client has other exceptions for it, and results must not differ by them.
final class LostConnection {
    private static final List<String> WORDS =
            List.of("connection was closed", "Connection reset", "Broken pipe");

    private LostConnection() {}

    /// One word for statistics; empty where the fault is another one.
    static Optional<String> code(Throwable root) {
        return switch (root) {
            case ConnectException _ -> Optional.of("ConnectFailed");
            case NoRouteToHostException _ -> Optional.of("ConnectFailed");
            case SocketException _ -> Optional.of("ConnectionLost");
            case ClosedChannelException _ -> Optional.of("ConnectionLost");
            case NoHttpResponseException _ -> Optional.of("ConnectionLost");
            case ConnectionClosedException _ -> Optional.of("ConnectionLost");
            case IOException other
                    when WORDS.stream().anyMatch(String.valueOf(other.getMessage())::contains) ->
                    Optional.of("ConnectionLost");
            default -> Optional.empty();
        };
    }
}
