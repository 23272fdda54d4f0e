package dev.weft.testing;

import dev.weft.plan.PassSpec;
import dev.weft.plan.TrialSpec;
import dev.weft.record.PassResult;
import dev.weft.run.Progress;
import dev.weft.run.Trial;
import dev.weft.run.TrialException;
import dev.weft.run.TrialLauncher;
import java.util.Optional;
import java.util.function.Consumer;

/// Trials with scripted measurements.
public final class ScriptedTrials implements TrialLauncher {
    private final Script script;
    private final Consumer<String> diary;
    private Optional<String> openingRefusal = Optional.empty();
    private Optional<String> closingRefusal = Optional.empty();

    /// What comes of a pass.
    @FunctionalInterface
    public interface Script {
        /// Makes the pass.
        PassResult run(TrialSpec trial, PassSpec pass) throws TrialException;
    }

    /// Trials by a script.
    ///
    /// @param diary hears what is asked of each trial, such as `open t1` and `run 2`
    public ScriptedTrials(Script script, Consumer<String> diary) {
        this.script = script;
        this.diary = diary;
    }

    /// Opens no trial of that id.
    public void refuseToOpen(String trialId) {
        openingRefusal = Optional.of(trialId);
    }

    /// Closes no trial without a complaint.
    public void complainWhenClosed(String message) {
        closingRefusal = Optional.of(message);
    }

    @Override
    public Trial open(TrialSpec spec) throws TrialException {
        diary.accept("open " + spec.trialId());
        if (openingRefusal.equals(Optional.of(spec.trialId()))) {
            throw new TrialException("no JVM could be started: out of processes");
        }
        return new ScriptedTrial(spec);
    }

    private final class ScriptedTrial implements Trial {
        private final TrialSpec spec;

        ScriptedTrial(TrialSpec spec) {
            this.spec = spec;
        }

        @Override
        public PassResult run(PassSpec pass) throws TrialException {
            diary.accept("run " + pass.number());
            return script.run(spec, pass);
        }

        @Override
        public Progress progress() {
            return Progress.NONE;
        }

        @Override
        public void stop(String reason) {
            diary.accept("stop " + reason);
        }

        @Override
        public void close() throws TrialException {
            diary.accept("close " + spec.trialId());
            if (closingRefusal.isPresent()) {
                throw new TrialException(closingRefusal.get());
            }
        }
    }
}
