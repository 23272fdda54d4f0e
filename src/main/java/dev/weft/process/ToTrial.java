package dev.weft.process;

import dev.weft.plan.PassSpec;
import dev.weft.plan.TrialSpec;
import java.time.Instant;
import java.util.Objects;

/// Messages from weft to the child JVM of a trial, one JSON object per line.
public sealed interface ToTrial {
    /// First message: opens the trial.
    ///
    /// @param spawnedAt time just before the start of the child
    record Open(TrialSpec spec, Instant spawnedAt) implements ToTrial {
        public Open {
            Objects.requireNonNull(spec);
            Objects.requireNonNull(spawnedAt);
        }
    }

    /// Runs a pass; answered by [FromTrial.Finished] or [FromTrial.Broke].
    record Run(PassSpec pass) implements ToTrial {
        public Run {
            Objects.requireNonNull(pass);
        }
    }

    /// Ends the running pass early.
    record Stop(String reason) implements ToTrial {
        public Stop {
            Objects.requireNonNull(reason);
        }
    }
}
