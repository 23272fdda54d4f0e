package dev.weft.cli;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ConcurrencyLevel;
import dev.weft.plan.ExperimentDesign;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.Planner;
import dev.weft.plan.Target;
import dev.weft.plan.WarmupPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Design of a demonstration: one warm pass of each mode, slow enough to watch.
///
/// @param concurrency uploads in flight
/// @param latency latency of the server
record DemoDesign(int concurrency, Duration latency) {
    /// Number of files, small enough to show each of them.
    static final int FILES = 60;

    /// Rounds of the warm-up, enough to load classes and open connections.
    private static final int WARMUP_ROUNDS = 4;

    private static final Duration WARMUP_TIME = Duration.ofSeconds(5);

    /// Approximate time of an upload in addition to the latency.
    private static final Duration OVERHEAD = Duration.ofMillis(10);

    /// Returns the title line.
    String title() {
        return "%d files, one after another and %d at once; an upload takes the server %s ms"
                .formatted(FILES, concurrency, FigureFormat.millis(latency));
    }

    /// Returns the approximate time of a mode.
    Duration expected(ModeName mode) {
        int rounds = mode == ModeName.SEQUENTIAL ? FILES : Math.ceilDiv(FILES, concurrency);
        return latency.plus(OVERHEAD).multipliedBy(rounds);
    }

    /// Returns the trials in the order of the modes.
    ///
    /// @param folder folder of the timings
    List<PlannedTrial> trials(String runId, Target target, Path zip, long bytes, Path folder) {
        Planner planner =
                new Planner(
                        runId,
                        target,
                        pool -> FairnessContract.standard(pool, bytes, Optional.of(latency)),
                        folder.resolve("timings.csv").toAbsolutePath());
        return planner
                .trials(
                        new ExperimentDesign(
                                List.of(ModeName.values()),
                                List.of(new ConcurrencyLevel(concurrency, List.of(zip))),
                                1,
                                1,
                                new WarmupPolicy.Fixed(
                                        WARMUP_ROUNDS * concurrency, Optional.of(WARMUP_TIME)),
                                false,
                                1))
                .stream()
                .sorted(Comparator.comparing(trial -> trial.spec().mode()))
                .map(DemoDesign::warm)
                .toList();
    }

    /// Adds a warm-up to the pass. Without it only the first mode would be cold, because all modes
    /// share a JVM.
    private static PlannedTrial warm(PlannedTrial trial) {
        List<PassSpec> passes =
                trial.passes().stream().filter(pass -> pass.phase() != Phase.COLD).toList();
        return new PlannedTrial(
                trial.spec(), trial.block(), trial.order(), trial.repetition(), passes);
    }
}
