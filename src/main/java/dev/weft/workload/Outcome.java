package dev.weft.workload;

import java.util.Objects;

/// What became of one item. A failure is a measurement, not an exception.
public sealed interface Outcome {
    /// The item arrived.
    ///
    /// @param checksum what the server says it has, in the server's words (S3: the ETag)
    record Stored(String checksum) implements Outcome {
        public Stored {
            Objects.requireNonNull(checksum);
        }
    }

    /// The item did not arrive.
    ///
    /// @param code one word for statistics: the server's error code, or the kind of local fault
    /// @param message one sentence for a person
    record Failed(String code, String message) implements Outcome {
        public Failed {
            Objects.requireNonNull(code);
            Objects.requireNonNull(message);
        }
    }
}
