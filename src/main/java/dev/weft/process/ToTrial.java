package dev.weft.process;

import dev.weft.plan.PassSpec;
import dev.weft.plan.TrialSpec;
import java.time.Instant;
import java.util.Objects;

/// What weft tells the child JVM of a trial, one JSON object a line.
public sealed interface ToTrial {
    /// The first message.
    ///
    /// @param spawnedAt when the child was asked for
    record Open(TrialSpec spec, Instant spawnedAt) implements ToTrial {
        public Open {
            Objects.requireNonNull(spec);
            Objects.requireNonNull(spawnedAt);
        }
    }

    /// Make a pass; answered by [FromTrial.Finished] or [FromTrial.Broke].
    record Run(PassSpec pass) implements ToTrial {
        public Run {
            Objects.requireNonNull(pass);
        }
    }

    /// End the pass early.
    record Stop(String reason) implements ToTrial {
        public Stop {
            Objects.requireNonNull(reason);
        }
    }
}
