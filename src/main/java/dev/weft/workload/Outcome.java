package dev.weft.workload;

import java.util.Objects;

/// Outcome of an item. A failure is a measurement, not an exception.
public sealed interface Outcome {
    /// The item was stored.
    ///
    /// @param checksum checksum that the server reported (S3: the ETag)
    record Stored(String checksum) implements Outcome {
        public Stored {
            Objects.requireNonNull(checksum);
        }
    }

    /// The item failed.
    ///
    /// @param code one word for statistics: the error code of the server, or the kind of a local
    ///   error
    /// @param message one sentence for a user
    record Failed(String code, String message) implements Outcome {
        public Failed {
            Objects.requireNonNull(code);
            Objects.requireNonNull(message);
        }
    }
}
