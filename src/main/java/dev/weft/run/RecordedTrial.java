package dev.weft.run;

import dev.weft.csv.RecordException;
import dev.weft.plan.PassSpec;
import dev.weft.record.PassResult;
import java.util.Optional;

/// Runs a trial and writes its timings before each pass returns.
///
/// If the timings cannot be written, the pass still returns its result. The next pass, or [#close],
/// then throws the exception.
final class RecordedTrial implements Trial {
    private final Trial trial;
    private final Timings timings;
    private Optional<TrialException> writeFailure = Optional.empty();

    /// Receives the timings.
    interface Timings {
        /// Waits until all items are written.
        void flush() throws RecordException;

        /// Writes the remaining items and closes the file.
        void close() throws RecordException;
    }

    RecordedTrial(Trial trial, Timings timings) {
        this.trial = trial;
        this.timings = timings;
    }

    @Override
    public PassResult run(PassSpec pass) throws TrialException, InterruptedException {
        if (writeFailure.isPresent()) {
            throw writeFailure.get();
        }
        PassResult result = trial.run(pass);
        try {
            timings.flush();
        } catch (RecordException e) {
            writeFailure = Optional.of(new TrialException(String.valueOf(e.getMessage()), e));
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
        if (writeFailure.isPresent()) {
            throw writeFailure.get();
        }
    }
}
