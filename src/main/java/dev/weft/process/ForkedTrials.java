package dev.weft.process;

import dev.weft.plan.Credentials;
import dev.weft.plan.TrialSpec;
import dev.weft.run.Trial;
import dev.weft.run.TrialException;
import dev.weft.run.TrialLauncher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Opens each trial in a fresh child JVM.
///
/// @param main the child's main class
/// @param options of its JVM
/// @param logs the folder for what children write to standard error
public record ForkedTrials(Class<?> main, List<String> options, Path logs, InstantSource clock)
        implements TrialLauncher {
    public ForkedTrials {
        options = List.copyOf(options);
    }

    @Override
    public Trial open(TrialSpec spec) throws TrialException {
        try {
            boolean keepAws = spec.target().credentials() instanceof Credentials.Chain;
            var spawnedAt = clock.instant();
            ChildJvm child =
                    ChildJvm.start(main, options, logs.resolve(spec.trialId() + ".log"), keepAws);
            ForkedTrial trial = new ForkedTrial(child);
            trial.send(new ToTrial.Open(spec, spawnedAt));
            return trial;
        } catch (IOException e) {
            throw new TrialException("no JVM could be started: " + e.getMessage(), e);
        }
    }
}
