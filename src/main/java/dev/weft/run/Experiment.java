package dev.weft.run;

import dev.weft.csv.RecordException;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.TrialSpec;
import dev.weft.probe.ServerCpuClock;
import dev.weft.record.EarlyStop;
import dev.weft.record.PassResult;
import dev.weft.record.PassRow;
import dev.weft.record.WarmupFile.WarmupRow;
import dev.weft.record.WarmupResult;
import dev.weft.record.WarmupResult.WarmupSlice;
import dev.weft.record.WarmupResult.WarmupSummary;
import dev.weft.store.Bucket;
import dev.weft.verify.ArchiveManifest;
import dev.weft.verify.PassObjects;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Runs planned trials one after another. Each pass is verified, recorded and deleted, in that
/// order, so that a failed deletion loses no measurement.
public final class Experiment {
    private final Site site;
    private final RowWriter rows;
    private final PassRowFactory rowFactory;
    private final PassObjects passObjects;
    private final ExperimentListener listener;
    private final AtomicReference<Optional<String>> stopReason =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Trial>> currentTrial =
            new AtomicReference<>(Optional.empty());
    private Optional<WarmupSummary> warmup = Optional.empty();

    /// Target of an experiment, and the launcher of its trials.
    ///
    /// @param bucket bucket of the uploads, for verification and deletion
    /// @param server source of the server's CPU time
    public record Site(TrialLauncher launcher, Bucket bucket, ServerCpuClock server) {}

    /// Receives the rows of the results.
    @FunctionalInterface
    public interface RowWriter {
        /// Appends one row.
        void append(PassRow row) throws RecordException;

        /// Appends the warm-up curve of a trial. The default does nothing.
        default void append(List<WarmupRow> curve) throws RecordException {}
    }

    /// Creates an experiment.
    ///
    /// @param manifests manifest of every archive in the plan
    /// @param rowFactory creates the rows
    /// @param keepObjects whether the objects of measured passes stay in the bucket
    public Experiment(
            Site site,
            Map<Path, ArchiveManifest> manifests,
            RowWriter rows,
            PassRowFactory rowFactory,
            boolean keepObjects,
            ExperimentListener listener) {
        this.site = site;
        this.rows = rows;
        this.rowFactory = rowFactory;
        this.passObjects =
                new PassObjects(
                        site.bucket(),
                        manifests,
                        rowFactory.verify(),
                        keepObjects,
                        listener::warned);
        this.listener = listener;
    }

    /// Runs the trials. Returns early after [#stop], or when the budget has no time for the next
    /// block.
    ///
    /// @return number of blocks that started
    /// @throws RecordException if a row could not be written, which ends the experiment
    public int run(List<PlannedTrial> trials, TimeBudget budget)
            throws RecordException, InterruptedException {
        AbortRule abortRule = new AbortRule(trials);
        int block = 0;
        int startedBlocks = 0;
        for (PlannedTrial trial : trials) {
            if (stopReason.get().isPresent()) {
                return startedBlocks;
            }
            if (trial.block() != block) {
                if (!budget.hasTimeForABlock()) {
                    return startedBlocks;
                }
                block = trial.block();
                startedBlocks++;
            }
            abortRule.after(run(trial)).ifPresent(this::stop);
        }
        return startedBlocks;
    }

    /// Ends the experiment early, from any thread. Items in flight are awaited; their pass is
    /// recorded and its objects are deleted.
    ///
    /// @param reason reason for the rows, in one sentence; the first call counts
    public void stop(String reason) {
        stopReason.compareAndSet(Optional.empty(), Optional.of(reason));
        currentTrial.get().ifPresent(trial -> trial.stop(reason));
    }

    /// Why the experiment was stopped; empty if it was not.
    public Optional<String> stopped() {
        return stopReason.get();
    }

    /// Runs the passes of a trial until one is lost or ends the trial.
    private List<PassResult> run(PlannedTrial planned)
            throws RecordException, InterruptedException {
        listener.trialStarted(planned);
        List<PassResult> results = new ArrayList<>();
        warmup = Optional.empty();
        Optional<Trial> opened = open(planned);
        if (opened.isEmpty()) {
            return results;
        }
        Trial trial = opened.get();
        currentTrial.set(opened);
        try {
            for (PassSpec pass : planned.passes()) {
                if (stopReason.get().isPresent()) {
                    return results;
                }
                Optional<PassResult> result = run(planned, pass, trial);
                result.ifPresent(results::add);
                if (result.isEmpty()
                        || result.get().earlyStop().filter(EarlyStop::endsTrial).isPresent()) {
                    return results;
                }
            }
            return results;
        } finally {
            currentTrial.set(Optional.empty());
            close(trial);
        }
    }

    private Optional<Trial> open(PlannedTrial planned) throws RecordException {
        try {
            return Optional.of(site.launcher().open(planned.spec()));
        } catch (TrialException e) {
            record(
                    rowFactory.lost(
                            planned,
                            planned.passes().getFirst(),
                            e.status(),
                            String.valueOf(e.getMessage()),
                            stopReason.get()));
            return Optional.empty();
        }
    }

    /// Failure here is only a warning, because the passes of the trial are already recorded.
    private void close(Trial trial) {
        try {
            trial.close();
        } catch (TrialException e) {
            listener.warned(String.valueOf(e.getMessage()));
        }
    }

    /// Runs one pass; empty if its trial was lost.
    private Optional<PassResult> run(PlannedTrial planned, PassSpec pass, Trial trial)
            throws RecordException, InterruptedException {
        listener.passStarted(planned, pass, trial);
        try {
            Optional<Duration> before = site.server().cpu();
            Optional<PassResult> result = measure(planned, pass, trial);
            Optional<Duration> serverCpu =
                    site.server().cpu().flatMap(now -> before.map(now::minus));
            listener.passEnded(planned, pass);
            if (result.isPresent()) {
                record(planned, pass, result.get(), serverCpu);
            }
            return result;
        } finally {
            passObjects.delete(pass);
        }
    }

    /// Records a curve for a warm-up, and a row only if the warm-up ends its trial.
    private void record(
            PlannedTrial planned, PassSpec pass, PassResult result, Optional<Duration> serverCpu)
            throws RecordException {
        if (pass.phase() != Phase.WARMUP) {
            record(measuredRow(planned, pass, result, serverCpu));
            return;
        }
        warmup = result.warmup().map(WarmupResult::summary);
        rows.append(curve(planned.spec(), result));
        Optional<EarlyStop> earlyStop = result.earlyStop().filter(EarlyStop::endsTrial);
        if (earlyStop.isPresent()) {
            record(
                    rowFactory.lost(
                            planned,
                            firstMeasured(planned, pass),
                            earlyStop.get().cause().status(),
                            "the warm-up " + PassRowFactory.words(earlyStop.get(), result),
                            stopReason.get()));
        }
    }

    private static List<WarmupRow> curve(TrialSpec spec, PassResult result) {
        List<WarmupRow> curve = new ArrayList<>();
        for (WarmupResult warmupResult : result.warmup().stream().toList()) {
            for (WarmupSlice slice : warmupResult.slices()) {
                boolean last = slice.number() == warmupResult.slices().size();
                curve.add(
                        new WarmupRow(
                                spec.runId(),
                                spec.trialId(),
                                spec.mode(),
                                spec.concurrency(),
                                slice,
                                last && warmupResult.summary().steady().orElse(false)));
            }
        }
        return curve;
    }

    private Optional<PassResult> measure(PlannedTrial planned, PassSpec pass, Trial trial)
            throws RecordException, InterruptedException {
        try {
            return Optional.of(trial.run(pass));
        } catch (TrialException e) {
            record(
                    rowFactory.lost(
                            planned,
                            firstMeasured(planned, pass),
                            e.status(),
                            String.valueOf(e.getMessage()),
                            stopReason.get()));
            return Optional.empty();
        }
    }

    /// The pass whose row records a loss. A warm-up has no row, so its loss is recorded for the
    /// first measured pass after it.
    private static PassSpec firstMeasured(PlannedTrial planned, PassSpec lost) {
        return planned.passes().stream()
                .skip(planned.passes().indexOf(lost))
                .filter(pass -> pass.phase() != Phase.WARMUP)
                .findFirst()
                .orElse(lost);
    }

    private PassRow measuredRow(
            PlannedTrial planned, PassSpec pass, PassResult result, Optional<Duration> serverCpu) {
        return rowFactory.measured(
                planned,
                pass,
                result,
                serverCpu,
                passObjects.readBack(pass, () -> stopReason.get().isPresent()),
                warmup,
                stopReason.get());
    }

    private void record(PassRow row) throws RecordException {
        rows.append(row);
        listener.passRecorded(row);
    }
}
