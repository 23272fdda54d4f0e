package dev.weft.testing;

import dev.weft.plan.TrialSpec;
import dev.weft.probe.JvmProbe;
import dev.weft.run.Engines;
import dev.weft.run.ItemListener;
import dev.weft.run.LocalTrial;
import dev.weft.run.Ticker;
import java.time.InstantSource;
import java.util.Optional;

/// Trials with everything real, in the JVM of the tests.
public final class Trials {
    private Trials() {}

    /// A trial without an item listener.
    public static LocalTrial local(TrialSpec spec) {
        return local(spec, _ -> {});
    }

    /// A trial.
    public static LocalTrial local(TrialSpec spec, ItemListener rows) {
        return new LocalTrial(
                spec,
                new LocalTrial.Surroundings(
                        () -> Engines.start(spec),
                        rows,
                        Ticker.system(),
                        InstantSource.system(),
                        new JvmProbe(),
                        Optional.empty()));
    }
}
