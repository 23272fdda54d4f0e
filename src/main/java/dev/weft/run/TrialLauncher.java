package dev.weft.run;

import dev.weft.plan.TrialSpec;

/// Opens trials.
@FunctionalInterface
public interface TrialLauncher {
    /// Opens a trial. Its client is built in its first pass.
    ///
    /// @throws TrialException when there is no JVM to be had for it
    Trial open(TrialSpec spec) throws TrialException;
}
