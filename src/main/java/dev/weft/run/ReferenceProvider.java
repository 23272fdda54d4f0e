package dev.weft.run;

import dev.weft.plan.PassSpec;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.PassMeasures;
import dev.weft.record.Reference;
import java.time.Duration;
import java.util.Optional;

/// Says what a pass is held against. Asked once a pass, in the order in which they were made, so
/// that it may learn from them.
@FunctionalInterface
public interface ReferenceProvider {
    /// What this pass is held against.
    ///
    /// @param measures what it measured; empty where its JVM was lost
    /// @param serverCpu what the embedded server used during it; empty where nobody can tell
    Reference of(
            PlannedTrial trial,
            PassSpec pass,
            Optional<PassMeasures> measures,
            Optional<Duration> serverCpu);
}
