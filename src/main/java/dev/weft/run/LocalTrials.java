package dev.weft.run;

import dev.weft.csv.RecordException;
import dev.weft.plan.TrialSpec;
import dev.weft.probe.JvmProbe;
import dev.weft.record.ItemRow;
import dev.weft.record.TimingsFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Opens trials in this JVM, with real clients and the timings file.
///
/// @param spawnedAt when this JVM was requested; empty if it serves several trials
/// @param watcher second receiver of every item
public record LocalTrials(
        InstantSource clock, Optional<Instant> spawnedAt, Optional<ItemListener> watcher)
        implements TrialLauncher {
    /// Creates a launcher without a second receiver of items.
    public LocalTrials(InstantSource clock, Optional<Instant> spawnedAt) {
        this(clock, spawnedAt, Optional.empty());
    }

    @Override
    public Trial open(TrialSpec spec) throws TrialException {
        try {
            TimingsFile timings = TimingsFile.open(spec.timings(), spec.runId());
            LocalTrial trial =
                    new LocalTrial(
                            spec,
                            new LocalTrial.Surroundings(
                                    () -> Engines.start(spec),
                                    listener(timings),
                                    Ticker.system(),
                                    clock,
                                    new JvmProbe(),
                                    spawnedAt));
            return new RecordedTrial(trial, new TimingsAdapter(timings));
        } catch (RecordException e) {
            throw new TrialException(String.valueOf(e.getMessage()), e);
        }
    }

    private ItemListener listener(TimingsFile timings) {
        return watcher.<ItemListener>map(other -> new Forwarding(timings, other))
                .orElse(timings::record);
    }

    /// Records each item and forwards it to the second receiver.
    private record Forwarding(TimingsFile timings, ItemListener watcher) implements ItemListener {
        @Override
        public void handedOut(int pass, int index, long handedOutNanos) {
            watcher.handedOut(pass, index, handedOutNanos);
        }

        @Override
        public void ended(ItemRow row) {
            timings.record(row);
            watcher.ended(row);
        }
    }

    /// Adapts the timings file to the interface of the trial.
    private record TimingsAdapter(TimingsFile file) implements RecordedTrial.Timings {
        @Override
        public void flush() throws RecordException {
            file.flush();
        }

        @Override
        public void close() throws RecordException {
            file.close();
        }
    }
}
