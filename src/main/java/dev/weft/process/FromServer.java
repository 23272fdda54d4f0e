package dev.weft.process;

import dev.weft.record.ResourceUsage;
import java.net.URI;
import java.util.Objects;

/// Messages from the child JVM of the embedded server to weft: first the result of the start, then
/// one answer per usage request.
public sealed interface FromServer {
    /// The server is ready.
    record Ready(URI endpoint) implements FromServer {
        public Ready {
            Objects.requireNonNull(endpoint);
        }
    }

    /// Resources that the server's JVM has used since its start.
    record Used(ResourceUsage usage) implements FromServer {
        public Used {
            Objects.requireNonNull(usage);
        }
    }

    /// The server could not start.
    ///
    /// @param message the reason, as one sentence
    record Failed(String message) implements FromServer {
        public Failed {
            Objects.requireNonNull(message);
        }
    }
}
