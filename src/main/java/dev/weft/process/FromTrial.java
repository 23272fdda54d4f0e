package dev.weft.process;

import dev.weft.record.PassResult;
import dev.weft.run.Progress;
import java.util.Objects;

/// Messages from the child JVM of a trial to weft, one JSON object per line.
public sealed interface FromTrial {
    /// Progress of the running pass.
    record Moved(Progress progress) implements FromTrial {
        public Moved {
            Objects.requireNonNull(progress);
        }
    }

    /// The pass has ended.
    record Finished(PassResult result) implements FromTrial {
        public Finished {
            Objects.requireNonNull(result);
        }
    }

    /// The trial cannot continue.
    ///
    /// @param message the reason, as one sentence
    record Broke(String message) implements FromTrial {
        public Broke {
            Objects.requireNonNull(message);
        }
    }
}
