package dev.weft.cli;

import dev.weft.analysis.Ideals;
import dev.weft.plan.Items;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.Ideal;
import dev.weft.record.Measures;
import dev.weft.record.Yardstick;
import dev.weft.run.Yardsticks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Holds passes against the ideal, and learns from warm ones what an upload costs in CPU.
///
/// @param cores that client and, where it is weft's own, server share
/// @param ideals empty where nothing was calibrated
record IdealYardsticks(int cores, Optional<Ideals> ideals, Function<Path, Items> items)
        implements Yardsticks {
    @Override
    public Yardstick of(
            PlannedTrial trial,
            PassSpec pass,
            Optional<Measures> measures,
            Optional<Duration> serverCpu) {
        if (pass.phase() == Phase.WARM) {
            measures.ifPresent(measured -> learn(trial, pass, measured, serverCpu));
        }
        Optional<Ideal> ideal =
                ideals.flatMap(
                        known ->
                                known.of(
                                        pass.archive(),
                                        items.apply(pass.archive()),
                                        concurrency(trial)));
        return new Yardstick(OptionalInt.of(cores), serverCpu, ideal);
    }

    private void learn(
            PlannedTrial trial, PassSpec pass, Measures measured, Optional<Duration> serverCpu) {
        measured.usage()
                .cpu()
                .ifPresent(
                        cpu ->
                                ideals.ifPresent(
                                        known ->
                                                known.learn(
                                                        pass.archive(),
                                                        concurrency(trial),
                                                        trial.spec().mode(),
                                                        cpu.plus(serverCpu.orElse(Duration.ZERO)),
                                                        measured.counts().stored())));
    }

    /// The ideal is one for all modes: what the sequential one could have had with others' permits.
    private static int concurrency(PlannedTrial trial) {
        return trial.spec().contract().poolSize();
    }
}
