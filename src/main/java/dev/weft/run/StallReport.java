package dev.weft.run;

import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.TrialSpec;
import dev.weft.probe.ThreadDump;
import dev.weft.workload.Outcome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;

/// Describes a stalled pass, with a thread dump beside the timings.
record StallReport(TrialSpec trial, PassSpec pass) {
    private static final String CODE = "Stalled";

    /// Writes the thread dump and describes the stall.
    ///
    /// @param open number of items in flight
    String reason(int open) {
        return "stalled: no upload began or ended for %s with %,d on the way; %s"
                .formatted(limit(), open, ThreadDump.write(file()));
    }

    /// Outcome of the items in flight.
    Outcome.Failed outcome() {
        return new Outcome.Failed(CODE, "the pass was ended because nothing moved for " + limit());
    }

    private Path file() {
        return trial.timings()
                .resolveSibling("%s-%s-threads.txt".formatted(trial.trialId(), passName()));
    }

    private String passName() {
        return pass.phase() == Phase.WARMUP ? "warmup" : "pass" + pass.number();
    }

    private String limit() {
        Duration limit = trial.tolerance().stall();
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
