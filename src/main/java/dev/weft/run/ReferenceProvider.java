package dev.weft.run;

import dev.weft.plan.PassSpec;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassRow.Reference;
import java.time.Duration;
import java.util.Optional;

/// Provides the reference values of a pass, such as its ideal time. Called once per pass, in the
/// order of the passes, so that implementations may use earlier ones.
@FunctionalInterface
public interface ReferenceProvider {
    /// Reference values of this pass.
    ///
    /// @param measures measurements of the pass; empty if its JVM was lost
    /// @param serverCpu CPU time of the embedded server during the pass; empty if unknown
    Reference of(
            PlannedTrial trial,
            PassSpec pass,
            Optional<PassMeasures> measures,
            Optional<Duration> serverCpu);
}
