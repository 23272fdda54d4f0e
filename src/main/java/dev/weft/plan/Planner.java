package dev.weft.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Plans the trials of an experiment in blocks. Each block has every mode once in a shuffled order,
/// so that drift of the machine affects all modes alike.
///
/// @param side name of the variant in a comparison; empty without a comparison
/// @param contracts contract by pool size
/// @param tolerances abort limits by contract
/// @param timings timings file
public record Planner(
        String runId,
        Optional<String> side,
        Target target,
        IntFunction<FairnessContract> contracts,
        Function<FairnessContract, AbortLimits> tolerances,
        Path timings) {
    /// Creates a planner of an experiment without variants.
    public Planner(
            String runId, Target target, IntFunction<FairnessContract> contracts, Path timings) {
        this(runId, Optional.empty(), target, contracts, timings);
    }

    /// Creates a planner of one variant with the default abort limits.
    public Planner(
            String runId,
            Optional<String> side,
            Target target,
            IntFunction<FairnessContract> contracts,
            Path timings) {
        this(runId, side, target, contracts, AbortLimits::standard, timings);
    }

    private record Cell(ModeName mode, int concurrency, List<Path> archives) {}

    /// Returns the trials in their order, which is the same for the same design.
    public List<PlannedTrial> trials(ExperimentDesign design) {
        List<PlannedTrial> trials = new ArrayList<>();
        // The first numbers of java.util.Random are close for close seeds, so that four modes would
        // often have the same last one.
        SplittableRandom blocks = new SplittableRandom(design.seed());
        for (int block = 1; block <= design.repetitions(); block++) {
            List<Cell> cells = cells(design, block);
            Collections.shuffle(cells, blocks.split());
            for (int order = 1; order <= cells.size(); order++) {
                trials.add(trial(design, cells.get(order - 1), block, order));
            }
        }
        return trials;
    }

    private static List<Cell> cells(ExperimentDesign design, int block) {
        List<Cell> cells = new ArrayList<>();
        for (ConcurrencyLevel load : design.loads()) {
            for (ModeName mode : design.modes()) {
                boolean elsewhere =
                        mode == ModeName.SEQUENTIAL && !load.equals(design.loads().getFirst());
                if (elsewhere || block > design.repetitions(mode)) {
                    continue;
                }
                if (design.coldOnly()) {
                    load.archives()
                            .forEach(
                                    zip ->
                                            cells.add(
                                                    new Cell(
                                                            mode,
                                                            load.concurrency(),
                                                            List.of(zip))));
                } else {
                    cells.add(new Cell(mode, load.concurrency(), load.archives()));
                }
            }
        }
        return cells;
    }

    private PlannedTrial trial(ExperimentDesign design, Cell cell, int block, int order) {
        String trialId = KeyPrefixes.trialId(side, block, order, cell.mode(), cell.concurrency());
        FairnessContract contract = contracts.apply(cell.concurrency());
        TrialSpec spec =
                new TrialSpec(
                        runId,
                        trialId,
                        side,
                        cell.mode(),
                        cell.mode().atOnce(cell.concurrency()),
                        contract,
                        tolerances.apply(contract),
                        target,
                        timings);
        return new PlannedTrial(spec, block, order, block, passes(design, cell, trialId, block));
    }

    private List<PassSpec> passes(ExperimentDesign design, Cell cell, String trialId, int block) {
        List<PassSpec> passes = new ArrayList<>();
        passes.add(pass(design, 1, Phase.COLD, coldArchive(cell, block), trialId));
        if (design.coldOnly()) {
            return passes;
        }
        WarmupPolicy warmup = design.warmup().of(cell.mode(), target);
        if (warmup.mostUploads() > 0) {
            passes.add(
                    new PassSpec(
                            0,
                            Phase.WARMUP,
                            cell.archives().getLast(),
                            design.limits(),
                            prefix(trialId, KeyPrefixes.WARM_UP),
                            Optional.of(warmup)));
        }
        int number = 2;
        for (int round = 0; round < design.passes(cell.mode()); round++) {
            for (Path archive : cell.archives()) {
                passes.add(pass(design, number++, Phase.WARM, archive, trialId));
            }
        }
        return passes;
    }

    /// Returns the zip of the cold pass, of which a JVM has one. It changes between blocks, from
    /// the last zip, the largest, on.
    private static Path coldArchive(Cell cell, int block) {
        int count = cell.archives().size();
        return cell.archives().get(count - 1 - (block - 1) % count);
    }

    private PassSpec pass(
            ExperimentDesign design, int number, Phase phase, Path archive, String trialId) {
        return new PassSpec(
                number,
                phase,
                archive,
                design.limits(),
                prefix(trialId, Integer.toString(number)),
                Optional.empty());
    }

    private String prefix(String trialId, String pass) {
        return new KeyPrefixes(runId).pass(trialId, pass);
    }
}
