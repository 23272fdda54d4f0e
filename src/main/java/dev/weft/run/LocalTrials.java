package dev.weft.run;

import dev.weft.plan.PassSpec;
import dev.weft.plan.TrialSpec;
import dev.weft.record.PassResult;
import dev.weft.record.RecordException;
import dev.weft.record.TimingsFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Opens trials in this JVM, with real clients and with every item recorded.
///
/// @param spawnedAt when this JVM was asked for; empty where it is not a JVM of one trial's own
public record LocalTrials(InstantSource clock, Optional<Instant> spawnedAt)
        implements TrialLauncher {
    @Override
    public Trial open(TrialSpec spec) throws TrialException {
        try {
            TimingsFile timings = TimingsFile.open(spec.timings(), spec.runId());
            LocalTrial trial =
                    new LocalTrial(
                            spec,
                            new LocalTrial.Surroundings(
                                    () -> Engines.start(spec),
                                    timings::record,
                                    Ticker.system(),
                                    clock,
                                    new JvmProbe(),
                                    spawnedAt));
            return new Recorded(trial, timings);
        } catch (RecordException e) {
            throw new TrialException(String.valueOf(e.getMessage()), e);
        }
    }

    /// A trial whose items are in the file by the time that a pass returns.
    private record Recorded(Trial trial, TimingsFile timings) implements Trial {
        @Override
        public PassResult run(PassSpec pass) throws TrialException, InterruptedException {
            try {
                PassResult result = trial.run(pass);
                timings.flush();
                return result;
            } catch (RecordException e) {
                throw new TrialException(String.valueOf(e.getMessage()), e);
            }
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
        }
    }
}
