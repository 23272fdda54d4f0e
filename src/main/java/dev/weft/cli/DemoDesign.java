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

/// What a demonstration makes: one warm pass of each mode, so slow that one sees it.
///
/// @param concurrency uploads open at once
/// @param latency the least time that the server takes for each
record DemoDesign(int concurrency, Duration latency) {
    /// So few that each of them can be seen.
    static final int FILES = 60;

    /// Enough for classes to be loaded and connections to be there.
    private static final int WARMUP_ROUNDS = 4;

    private static final Duration WARMUP_TIME = Duration.ofSeconds(5);

    /// What an upload takes beside the latency, about.
    private static final Duration OVERHEAD = Duration.ofMillis(10);

    /// In one line.
    String title() {
        return "%d files, one after another and %d at once; an upload takes the server %s ms"
                .formatted(FILES, concurrency, FigureFormat.millis(latency));
    }

    /// About how long a mode takes.
    Duration expected(ModeName mode) {
        int rounds = mode == ModeName.SEQUENTIAL ? FILES : Math.ceilDiv(FILES, concurrency);
        return latency.plus(OVERHEAD).multipliedBy(rounds);
    }

    /// The trials, in the order of the modes.
    ///
    /// @param folder that timings go to
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

    /// In one JVM only the first mode would be cold.
    private static PlannedTrial warm(PlannedTrial trial) {
        List<PassSpec> passes =
                trial.passes().stream().filter(pass -> pass.phase() != Phase.COLD).toList();
        return new PlannedTrial(
                trial.spec(), trial.block(), trial.order(), trial.repetition(), passes);
    }
}
