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

/// Classifies failed and lost connections. Each HTTP client has its own exceptions for them; the
/// error codes of the results must not differ.
final class LostConnection {
    private static final List<String> MESSAGES =
            List.of("connection was closed", "Connection reset", "Broken pipe");

    private LostConnection() {}

    /// Error code in one word; empty for other errors.
    static Optional<String> code(Throwable root) {
        return switch (root) {
            case ConnectException _ -> Optional.of("ConnectFailed");
            case NoRouteToHostException _ -> Optional.of("ConnectFailed");
            case SocketException _ -> Optional.of("ConnectionLost");
            case ClosedChannelException _ -> Optional.of("ConnectionLost");
            case NoHttpResponseException _ -> Optional.of("ConnectionLost");
            case ConnectionClosedException _ -> Optional.of("ConnectionLost");
            case IOException other
                    when MESSAGES.stream().anyMatch(String.valueOf(other.getMessage())::contains) ->
                    Optional.of("ConnectionLost");
            default -> Optional.empty();
        };
    }
}
