package dev.weft.session;

import dev.weft.analysis.IdealTimes;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.Ideal;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassRow;
import dev.weft.record.PassRow.Reference;
import dev.weft.run.ReferenceProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Holds passes against the ideal, and learns from warm ones what an upload costs in CPU.
///
/// @param cores that client and, where it is weft's own, server share
/// @param ideals empty where nothing was calibrated
public record IdealReferenceProvider(
        int cores, Optional<IdealTimes> ideals, Function<Path, ItemsSummary> items)
        implements ReferenceProvider {
    @Override
    public Reference of(
            PlannedTrial trial,
            PassSpec pass,
            Optional<PassMeasures> measures,
            Optional<Duration> serverCpu) {
        if (pass.phase() == Phase.WARM) {
            measures.ifPresent(
                    measured ->
                            learn(
                                    pass.archive(),
                                    concurrency(trial),
                                    trial.spec().mode(),
                                    measured,
                                    serverCpu));
        }
        Optional<Ideal> ideal =
                ideals.flatMap(
                        known ->
                                known.of(
                                        pass.archive(),
                                        items.apply(pass.archive()),
                                        concurrency(trial)));
        return new Reference(OptionalInt.of(cores), serverCpu, ideal);
    }

    /// Learns from a pass of the same run that was recorded before.
    void learn(PassRow row, Archives archives) {
        if (row.setting().phase() == Phase.WARM) {
            archives.manifests().values().stream()
                    .filter(manifest -> manifest.items().equals(row.setting().items()))
                    .forEach(
                            manifest ->
                                    row.measures()
                                            .ifPresent(
                                                    measured ->
                                                            learn(
                                                                    manifest.archive(),
                                                                    row.contract()
                                                                            .terms()
                                                                            .poolSize(),
                                                                    row.setting().mode(),
                                                                    measured,
                                                                    row.reference().serverCpu())));
        }
    }

    private void learn(
            Path archive,
            int concurrency,
            ModeName mode,
            PassMeasures measured,
            Optional<Duration> serverCpu) {
        // What failed cost CPU and stored nothing.
        if (measured.counts().stored() < measured.counts().total()) {
            return;
        }
        measured.usage()
                .cpu()
                .map(cpu -> cpu.plus(serverCpu.orElse(Duration.ZERO)))
                .ifPresent(
                        cpu ->
                                ideals.ifPresent(
                                        known ->
                                                known.learn(
                                                        archive,
                                                        concurrency,
                                                        mode,
                                                        cpu,
                                                        measured.counts().stored())));
    }

    /// The ideal is one for all modes: what the sequential one could have had with others' permits.
    private static int concurrency(PlannedTrial trial) {
        return trial.spec().contract().poolSize();
    }
}
