package dev.weft.session;

import dev.weft.plan.PassSpec;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.PassRow;
import dev.weft.run.ExperimentListener;
import dev.weft.run.Trial;

/// Forwards all events of an experiment except the results of passes.
record RowIgnoringListener(ExperimentListener listener) implements ExperimentListener {
    @Override
    public void trialStarted(PlannedTrial trial) {
        listener.trialStarted(trial);
    }

    @Override
    public void passStarted(PlannedTrial trial, PassSpec pass, Trial running) {
        listener.passStarted(trial, pass, running);
    }

    @Override
    public void passEnded(PlannedTrial trial, PassSpec pass) {
        listener.passEnded(trial, pass);
    }

    @Override
    public void passRecorded(PassRow row) {}

    @Override
    public void warned(String sentence) {
        listener.warned(sentence);
    }
}
