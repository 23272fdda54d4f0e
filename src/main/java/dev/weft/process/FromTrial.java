package dev.weft.process;

import dev.weft.record.PassResult;
import dev.weft.run.Progress;
import java.util.Objects;

/// What the child JVM of a trial tells weft, one JSON object a line.
public sealed interface FromTrial {
    /// How far the pass is.
    record Moved(Progress progress) implements FromTrial {
        public Moved {
            Objects.requireNonNull(progress);
        }
    }

    /// The pass is over.
    record Finished(PassResult result) implements FromTrial {
        public Finished {
            Objects.requireNonNull(result);
        }
    }

    /// The trial cannot go on; one sentence says why.
    record Broke(String message) implements FromTrial {
        public Broke {
            Objects.requireNonNull(message);
        }
    }
}
