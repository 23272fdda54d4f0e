package dev.weft.process;

import dev.weft.record.ResourceUsage;
import java.net.URI;
import java.util.Objects;

/// What the child JVM of the embedded server reports to weft: how it started, once, and then what
/// it has used, each time that it is asked.
public sealed interface FromServer {
    /// It serves.
    record Ready(URI endpoint) implements FromServer {
        public Ready {
            Objects.requireNonNull(endpoint);
        }
    }

    /// What its JVM has used since it started.
    record Used(ResourceUsage usage) implements FromServer {
        public Used {
            Objects.requireNonNull(usage);
        }
    }

    /// It could not start; one sentence says why.
    record Failed(String message) implements FromServer {
        public Failed {
            Objects.requireNonNull(message);
        }
    }
}
