package dev.weft.run;

import dev.weft.plan.TrialSpec;

/// Opens trials.
@FunctionalInterface
public interface TrialLauncher {
    /// Opens a trial. Its client is built in its first pass.
    ///
    /// @throws TrialException if the JVM or the timings file cannot be opened
    Trial open(TrialSpec spec) throws TrialException;
}
