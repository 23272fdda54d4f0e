package dev.weft.calibrate;

import dev.weft.archive.Item;
import dev.weft.run.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Times single uploads at concurrency 1, after a warm-up that is timed alike and thrown away.
record ServiceTimeProbe(UploadTimer sender, Ticker ticker) {
    /// The service times of files of a sample, in nanoseconds, in the order of the uploads. Empty
    /// where none of the files can be unzipped.
    ///
    /// @throws CalibrationException where an upload fails
    Optional<List<Long>> measure(EvenSample sample) throws CalibrationException {
        var _ = times(sample, RepetitionRule.WARMUP);
        return times(sample, RepetitionRule.MEASURED);
    }

    private Optional<List<Long>> times(EvenSample sample, RepetitionRule schedule)
            throws CalibrationException {
        List<Long> times = new ArrayList<>();
        long start = ticker.nanos();
        while (schedule.goesOn(times.size(), ticker.nanos() - start)) {
            Optional<Item> item = sample.next();
            if (item.isEmpty()) {
                return Optional.empty();
            }
            times.add(sender.time(item.get()));
        }
        return Optional.of(times);
    }
}
