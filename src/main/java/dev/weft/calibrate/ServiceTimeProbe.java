package dev.weft.calibrate;

import dev.weft.archive.Item;
import dev.weft.run.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Measures the service times of single uploads at concurrency 1, after a warm-up whose times are
/// discarded.
record ServiceTimeProbe(UploadTimer sender, Ticker ticker) {
    /// Returns the service times of the sample in nanoseconds, in upload order. Empty if all files
    /// are broken.
    ///
    /// @throws CalibrationException if an upload fails
    Optional<List<Long>> measure(EvenSample sample) throws CalibrationException {
        var _ = times(sample, RepetitionRule.WARMUP);
        return times(sample, RepetitionRule.MEASURED);
    }

    private Optional<List<Long>> times(EvenSample sample, RepetitionRule rule)
            throws CalibrationException {
        List<Long> times = new ArrayList<>();
        long start = ticker.nanos();
        while (rule.goesOn(times.size(), ticker.nanos() - start)) {
            Optional<Item> item = sample.next();
            if (item.isEmpty()) {
                return Optional.empty();
            }
            times.add(sender.time(item.get()));
        }
        return Optional.of(times);
    }
}
