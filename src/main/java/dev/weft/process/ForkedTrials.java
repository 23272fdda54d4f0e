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

/// Opens each trial in a new child JVM.
///
/// @param main main class of the child
/// @param classes class path of the child, which may be that of another build
/// @param options JVM options
/// @param logs folder for the children's standard error, one file per trial
/// @param clock source of the time at which a child is started
/// @param patience timeouts after which a child is killed
public record ForkedTrials(
        Class<?> main,
        ClassPath classes,
        List<String> options,
        Path logs,
        InstantSource clock,
        ChildTimeouts patience)
        implements TrialLauncher {
    public ForkedTrials {
        options = List.copyOf(options);
    }

    /// Uses the class path of this JVM.
    public ForkedTrials(
            Class<?> main,
            List<String> options,
            Path logs,
            InstantSource clock,
            ChildTimeouts patience) {
        this(main, ClassPath.own(), options, logs, clock, patience);
    }

    /// Uses the class path of this JVM and [ChildTimeouts#STANDARD].
    public ForkedTrials(Class<?> main, List<String> options, Path logs, InstantSource clock) {
        this(main, options, logs, clock, ChildTimeouts.STANDARD);
    }

    @Override
    public Trial open(TrialSpec spec) throws TrialException {
        try {
            boolean keepAws = spec.target().credentials() instanceof Credentials.Chain;
            var spawnedAt = clock.instant();
            ChildJvm child =
                    ChildJvm.start(
                            main,
                            classes,
                            options,
                            logs.resolve(spec.trialId() + ".log"),
                            keepAws,
                            patience.end());
            ForkedTrial trial =
                    new ForkedTrial(
                            child,
                            patience.stop(),
                            spec.tolerance().stall().plus(patience.silence()));
            trial.send(new ToTrial.Open(spec, spawnedAt));
            return trial;
        } catch (IOException e) {
            throw new TrialException("no JVM could be started: " + e.getMessage(), e);
        }
    }
}
