package dev.weft.process;

import java.net.URI;
import java.util.Objects;

/// What the child JVM of the embedded server tells weft: one message, once.
public sealed interface FromServer {
    /// It serves.
    record Ready(URI endpoint) implements FromServer {
        public Ready {
            Objects.requireNonNull(endpoint);
        }
    }

    /// It could not start; one sentence says why.
    record Failed(String message) implements FromServer {
        public Failed {
            Objects.requireNonNull(message);
        }
    }
}
