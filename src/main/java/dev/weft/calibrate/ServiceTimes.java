package dev.weft.calibrate;

import dev.weft.archive.Item;
import dev.weft.run.Ticker;
import java.util.ArrayList;
import java.util.List;

/// Times single uploads at concurrency 1, after a warm-up that is timed alike and thrown away.
record ServiceTimes(Sender sender, Ticker ticker) {
    /// The service times of files of a sample, in nanoseconds, in the order of the uploads.
    ///
    /// @throws CalibrationException where an upload fails, or none of the files can be unzipped
    List<Long> measure(EvenSample sample) throws CalibrationException {
        var _ = times(sample, Schedule.WARMUP);
        return times(sample, Schedule.MEASURED);
    }

    private List<Long> times(EvenSample sample, Schedule schedule) throws CalibrationException {
        List<Long> times = new ArrayList<>();
        long start = ticker.nanos();
        while (schedule.goesOn(times.size(), ticker.nanos() - start)) {
            Item item =
                    sample.next()
                            .orElseThrow(
                                    () ->
                                            new CalibrationException(
                                                    "none of its files can be unzipped; make it again"));
            times.add(sender.time(item));
        }
        return times;
    }
}
