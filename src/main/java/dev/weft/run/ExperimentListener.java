package dev.weft.run;

import dev.weft.plan.PassSpec;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.PassRow;

/// Hears how an experiment goes. Called from the experiment's thread.
public interface ExperimentListener {
    /// A trial begins.
    void trialStarted(PlannedTrial trial);

    /// A pass begins.
    ///
    /// @param running to ask how far it is
    void passStarted(PlannedTrial trial, PassSpec pass, Trial running);

    /// A pass has ended, before it is verified.
    void passEnded(PlannedTrial trial, PassSpec pass);

    /// A pass was recorded.
    void passRecorded(PassRow row);

    /// Something went wrong that does not end the experiment, in one sentence.
    void warned(String sentence);
}
