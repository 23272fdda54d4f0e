package dev.weft.run;

import dev.weft.plan.TrialSpec;
import dev.weft.record.ItemRow;
import dev.weft.record.RecordException;
import dev.weft.record.TimingsFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Opens trials in this JVM, with real clients and with every item recorded.
///
/// @param spawnedAt when this JVM was asked for; empty where it is not a JVM of one trial's own
/// @param watcher hears of every item, too
public record LocalTrials(
        InstantSource clock, Optional<Instant> spawnedAt, Optional<ItemListener> watcher)
        implements TrialLauncher {
    /// Of trials that nobody watches.
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
            return new RecordedTrial(trial, new Lines(timings));
        } catch (RecordException e) {
            throw new TrialException(String.valueOf(e.getMessage()), e);
        }
    }

    private ItemListener listener(TimingsFile timings) {
        return watcher.<ItemListener>map(watching -> new Watched(timings, watching))
                .orElse(timings::record);
    }

    /// Records, and passes on.
    private record Watched(TimingsFile timings, ItemListener watcher) implements ItemListener {
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

    /// The file as a trial needs it.
    private record Lines(TimingsFile file) implements RecordedTrial.Timings {
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
