package dev.weft.run;

import dev.weft.plan.PassSpec;
import dev.weft.record.PassResult;
import dev.weft.record.RecordException;
import java.util.Optional;

/// A trial whose items are in the file by the time that a pass returns.
///
/// Where items could not be written, the pass is measured all the same and its result is returned.
/// The loss ends the trial at the next pass, or is told when it is closed.
final class RecordedTrial implements Trial {
    private final Trial trial;
    private final Timings timings;
    private Optional<TrialException> lost = Optional.empty();

    /// Where the items go.
    interface Timings {
        /// Waits until all of them are written.
        void flush() throws RecordException;

        /// Writes what is left.
        void close() throws RecordException;
    }

    RecordedTrial(Trial trial, Timings timings) {
        this.trial = trial;
        this.timings = timings;
    }

    @Override
    public PassResult run(PassSpec pass) throws TrialException, InterruptedException {
        if (lost.isPresent()) {
            throw lost.get();
        }
        PassResult result = trial.run(pass);
        try {
            timings.flush();
        } catch (RecordException e) {
            lost = Optional.of(new TrialException(String.valueOf(e.getMessage()), e));
        }
        return result;
    }

    @Override
    public Progress progress() {
        return trial.progress();
    }

    @Override
    public void stop(String reason) {
        trial.stop(reason);
    }

    @Override
    public void close() throws TrialException {
        trial.close();
        try {
            timings.close();
        } catch (RecordException e) {
            throw new TrialException(String.valueOf(e.getMessage()), e);
        }
        if (lost.isPresent()) {
            throw lost.get();
        }
    }
}
