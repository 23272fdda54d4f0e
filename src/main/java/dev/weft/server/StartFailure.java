package dev.weft.server;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/// Why a server cannot start, in words for a user.
final class StartFailure {
    private StartFailure() {}

    static ServerStartException of(ServerSettings settings, Exception failure) {
        String host = settings.host();
        int port = settings.port();
        String reason =
                Throwables.getCausalChain(failure).stream()
                        .map(Throwable::getMessage)
                        .filter(message -> message != null && !message.isBlank())
                        .reduce((outer, inner) -> inner)
                        .orElse(failure.toString());
        if (has(failure, UnknownHostException.class)
                || has(failure, UnresolvedAddressException.class)) {
            return exception(
                    "host %s is not known here; give the address of one of this machine's network interfaces"
                            .formatted(host),
                    failure);
        }
        if (reason.contains("in use")) {
            return exception(
                    "port %d on %s is in use; stop what uses it or choose another with --port"
                            .formatted(port, host),
                    failure);
        }
        if (reason.contains("ermission")) {
            return exception(
                    "port %d on %s needs more rights than this user has; choose one above 1023 with --port"
                            .formatted(port, host),
                    failure);
        }
        if (reason.contains("assign requested address")) {
            return exception(
                    "%s is not an address of this machine; use %s for this machine alone"
                            .formatted(host, ServerSettings.LOOPBACK),
                    failure);
        }
        return exception(
                "the embedded server cannot listen on port %d of %s: %s"
                        .formatted(port, host, reason),
                failure);
    }

    static ServerStartException ofSpillFolder(ServerSettings settings, IOException failure) {
        return exception(
                "the embedded server cannot make its spill file in %s (%s); choose a folder that exists and can be written"
                        .formatted(settings.spillFolder(), failure.getClass().getSimpleName()),
                failure);
    }

    private static boolean has(Exception failure, Class<? extends Exception> kind) {
        return Throwables.getCausalChain(failure).stream().anyMatch(kind::isInstance);
    }

    private static ServerStartException exception(String message, Exception cause) {
        return new ServerStartException(message, cause);
    }
}
