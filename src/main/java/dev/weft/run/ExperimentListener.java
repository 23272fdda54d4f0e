package dev.weft.run;

import dev.weft.plan.PassSpec;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.PassRow;

/// Receives the events of an experiment, in the thread of the experiment.
public interface ExperimentListener {
    /// A trial starts.
    void trialStarted(PlannedTrial trial);

    /// A pass starts.
    ///
    /// @param running source of the progress of the pass
    void passStarted(PlannedTrial trial, PassSpec pass, Trial running);

    /// A pass ended; its verification follows.
    void passEnded(PlannedTrial trial, PassSpec pass);

    /// The row of a pass was written.
    void passRecorded(PassRow row);

    /// Reports a problem that does not end the experiment, in one sentence.
    void warned(String sentence);
}
