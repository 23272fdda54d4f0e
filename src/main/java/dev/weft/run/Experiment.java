package dev.weft.run;

import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.TrialSpec;
import dev.weft.record.EarlyStop;
import dev.weft.record.PassResult;
import dev.weft.record.PassRow;
import dev.weft.record.RecordException;
import dev.weft.record.Warmup;
import dev.weft.record.WarmupResult;
import dev.weft.record.WarmupRow;
import dev.weft.record.WarmupSlice;
import dev.weft.store.Bucket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Runs planned trials one after another. After each pass: the bucket is read back, the row is
/// written, and the objects of the pass are deleted, in that order, so that nothing that was
/// measured is lost to a failing clean-up.
public final class Experiment {
    private final Site site;
    private final RowWriter rows;
    private final PassRowFactory build;
    private final PassObjects traces;
    private final ExperimentListener listener;
    private final AtomicReference<Optional<String>> stopped =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Trial>> current =
            new AtomicReference<>(Optional.empty());
    private Optional<Warmup> warmup = Optional.empty();

    /// Where an experiment takes place.
    ///
    /// @param bucket that is uploaded to, as weft itself sees it
    /// @param server whose CPU time is watched
    public record Site(TrialLauncher launcher, Bucket bucket, ServerCpuClock server) {}

    /// Where rows go.
    @FunctionalInterface
    public interface RowWriter {
        /// Appends one row.
        void append(PassRow row) throws RecordException;

        /// Appends the warm-up curve of a trial. Without an override it is not recorded.
        default void append(List<WarmupRow> curve) throws RecordException {}
    }

    /// An experiment that has not begun.
    ///
    /// @param manifests of every archive that the trials name
    /// @param build makes the rows
    /// @param keepObjects leaves what passes uploaded in the bucket
    public Experiment(
            Site site,
            Map<Path, ArchiveManifest> manifests,
            RowWriter rows,
            PassRowFactory build,
            boolean keepObjects,
            ExperimentListener listener) {
        this.site = site;
        this.rows = rows;
        this.build = build;
        this.traces =
                new PassObjects(
                        site.bucket(), manifests, build.verify(), keepObjects, listener::warned);
        this.listener = listener;
    }

    /// Runs the trials; returns early after [#stop], and before a block for which the budget has no
    /// time.
    ///
    /// @return how many blocks were begun
    /// @throws RecordException when a row could not be written: an experiment that is not recorded
    ///   ends
    public int run(List<PlannedTrial> trials, TimeBudget budget)
            throws RecordException, InterruptedException {
        AbortRule surrender = new AbortRule(trials);
        int block = 0;
        int begun = 0;
        for (PlannedTrial trial : trials) {
            if (stopped.get().isPresent()) {
                return begun;
            }
            if (trial.block() != block) {
                if (!budget.hasTimeForABlock()) {
                    return begun;
                }
                block = trial.block();
                begun++;
            }
            surrender.after(run(trial)).ifPresent(this::stop);
        }
        return begun;
    }

    /// Ends the experiment early, from any thread: what is on its way is waited for, recorded and
    /// deleted.
    ///
    /// @param reason for the rows, in one sentence; the first one counts
    public void stop(String reason) {
        stopped.compareAndSet(Optional.empty(), Optional.of(reason));
        current.get().ifPresent(trial -> trial.stop(reason));
    }

    /// Why the experiment ended early; empty where it did not.
    public Optional<String> stopped() {
        return stopped.get();
    }

    /// Makes the passes of a trial, as many as it can.
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
        current.set(opened);
        try {
            for (PassSpec pass : planned.passes()) {
                if (stopped.get().isPresent()) {
                    return results;
                }
                Optional<PassResult> result = run(planned, pass, trial);
                result.ifPresent(results::add);
                if (result.isEmpty() || result.get().cut().filter(EarlyStop::endsTrial).isPresent()) {
                    return results;
                }
            }
            return results;
        } finally {
            current.set(Optional.empty());
            close(trial);
        }
    }

    private Optional<Trial> open(PlannedTrial planned) throws RecordException {
        try {
            return Optional.of(site.launcher().open(planned.spec()));
        } catch (TrialException e) {
            record(
                    build.lost(
                            planned,
                            planned.passes().getFirst(),
                            e.status(),
                            String.valueOf(e.getMessage()),
                            stopped.get()));
            return Optional.empty();
        }
    }

    /// The passes of the trial are recorded by now, so this is no more than worth a warning.
    private void close(Trial trial) {
        try {
            trial.close();
        } catch (TrialException e) {
            listener.warned(String.valueOf(e.getMessage()));
        }
    }

    /// Makes one pass. Empty where its trial was lost.
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
            traces.delete(pass);
        }
    }

    /// A warm-up has a curve, but no row unless it ends its trial.
    private void record(
            PlannedTrial planned, PassSpec pass, PassResult result, Optional<Duration> serverCpu)
            throws RecordException {
        if (pass.phase() != Phase.WARMUP) {
            record(verified(planned, pass, result, serverCpu));
            return;
        }
        warmup = result.warmup().map(WarmupResult::summary);
        rows.append(curve(planned.spec(), result));
        Optional<EarlyStop> cut = result.cut().filter(EarlyStop::endsTrial);
        if (cut.isPresent()) {
            record(
                    build.lost(
                            planned,
                            measured(planned, pass),
                            cut.get().cause().status(),
                            "the warm-up " + PassRowFactory.words(cut.get(), result),
                            stopped.get()));
        }
    }

    private static List<WarmupRow> curve(TrialSpec spec, PassResult result) {
        List<WarmupRow> curve = new ArrayList<>();
        for (WarmupResult made : result.warmup().stream().toList()) {
            for (WarmupSlice slice : made.slices()) {
                boolean last = slice.number() == made.slices().size();
                curve.add(
                        new WarmupRow(
                                spec.runId(),
                                spec.trialId(),
                                spec.mode(),
                                spec.concurrency(),
                                slice,
                                last && made.summary().steady().orElse(false)));
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
                    build.lost(
                            planned,
                            measured(planned, pass),
                            e.status(),
                            String.valueOf(e.getMessage()),
                            stopped.get()));
            return Optional.empty();
        }
    }

    /// The pass whose row tells of a loss: a warm-up has none, and takes with it what it was for.
    private static PassSpec measured(PlannedTrial planned, PassSpec lost) {
        return planned.passes().stream()
                .skip(planned.passes().indexOf(lost))
                .filter(pass -> pass.phase() != Phase.WARMUP)
                .findFirst()
                .orElse(lost);
    }

    private PassRow verified(
            PlannedTrial planned, PassSpec pass, PassResult result, Optional<Duration> serverCpu) {
        return build.measured(
                planned,
                pass,
                result,
                serverCpu,
                traces.readBack(pass, () -> stopped.get().isPresent()),
                warmup,
                stopped.get());
    }

    private void record(PassRow row) throws RecordException {
        rows.append(row);
        listener.passRecorded(row);
    }
}
