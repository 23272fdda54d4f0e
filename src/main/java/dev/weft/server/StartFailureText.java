package dev.weft.server;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/// Describes why a server cannot start, for a user.
final class StartFailureText {
    private StartFailureText() {}

    static ServerStartException of(ServerSettings settings, Exception failure) {
        boolean unknown =
                Throwables.getCausalChain(failure).stream()
                        .anyMatch(
                                cause ->
                                        cause instanceof UnknownHostException
                                                || cause instanceof UnresolvedAddressException);
        return unknown
                ? ofHost(settings, failure)
                : new ServerStartException(message(settings, reason(failure)), failure);
    }

    static ServerStartException ofHost(ServerSettings settings, Exception failure) {
        return new ServerStartException(
                "host %s is not known here; use %s for this machine alone"
                        .formatted(settings.host(), ServerSettings.LOOPBACK),
                failure);
    }

    static ServerStartException ofSpillFolder(ServerSettings settings, IOException failure) {
        return new ServerStartException(
                ("the embedded server cannot make its spill file in %s (%s); choose a folder that"
                                + " exists and can be written")
                        .formatted(settings.spillFolder(), failure.getClass().getSimpleName()),
                failure);
    }

    // Only the text of the platform's message distinguishes these causes.
    private static String message(ServerSettings settings, String reason) {
        String host = settings.host();
        int port = settings.port();
        if (reason.contains("in use")) {
            return "port %d on %s is in use; stop what uses it or choose another with --port"
                    .formatted(port, host);
        }
        if (reason.contains("ermission")) {
            return "port %d on %s needs more rights than this user has; choose one above 1023 with --port"
                    .formatted(port, host);
        }
        if (reason.contains("assign requested address")) {
            return "%s is not an address of this machine; use %s for this machine alone"
                    .formatted(host, ServerSettings.LOOPBACK);
        }
        return "the embedded server cannot listen on port %d of %s: %s"
                .formatted(port, host, reason);
    }

    private static String reason(Exception failure) {
        return Throwables.getCausalChain(failure).stream()
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .reduce((outer, inner) -> inner)
                .orElse(failure.toString());
    }
}
