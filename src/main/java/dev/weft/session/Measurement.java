package dev.weft.session;

import dev.weft.analysis.IdealTimes;
import dev.weft.csv.FileErrorText;
import dev.weft.csv.RecordException;
import dev.weft.diagnose.Diagnosis;
import dev.weft.diagnose.DiagnosisText;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.TrialSpec;
import dev.weft.probe.ServerCpuClock;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.record.WarmupFile;
import dev.weft.record.WarmupFile.WarmupRow;
import dev.weft.run.Experiment;
import dev.weft.run.ExperimentListener;
import dev.weft.run.PassRowFactory;
import dev.weft.run.ReferenceProvider;
import dev.weft.run.Ticker;
import dev.weft.run.TimeBudget;
import dev.weft.run.Trial;
import dev.weft.run.TrialException;
import dev.weft.run.TrialLauncher;
import dev.weft.runjson.Calibration;
import dev.weft.screen.ProgressTracker;
import dev.weft.screen.RunDisplay;
import dev.weft.store.Bucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Runs the experiment against an existing target: calibration, trials, summary and diagnosis.
///
/// @param record record of the run, already started
/// @param interruption signals that end the experiment early
record Measurement(
        RunSetup setup,
        RunPlan plan,
        Surroundings surroundings,
        RunRecord record,
        Interruption interruption) {
    /// Target of the experiment.
    ///
    /// @param bucket weft's own access to the bucket
    /// @param server CPU clock of the server
    /// @param whenServerIsLost registers a listener for the unexpected end of the server
    record Surroundings(
            Bucket bucket, ServerCpuClock server, Consumer<Consumer<String>> whenServerIsLost) {}

    /// Runs the experiment.
    ///
    /// @param done already recorded rows of the same run
    /// @return the exit code
    int run(List<PassRow> done, TimeBudget budget) throws RecordException, InterruptedException {
        Optional<IdealTimes> ideals = calibrated();
        IdealReferenceProvider references =
                new IdealReferenceProvider(cores(), ideals, plan.archives()::items);
        done.forEach(row -> references.learn(row, plan.archives()));
        PassRowFactory rows = rows(setup, plan.archives(), references);
        List<PassRow> measured = new ArrayList<>();
        try (RunDisplay display =
                new RunDisplay(setup.terminal(), request().output().quiet(), tracker())) {
            Experiment experiment =
                    experiment(
                            this::open,
                            new Records(setup.files(), display, measured),
                            rows,
                            display);
            int startedBlocks = experiment.run(plan.trials(), budget);
            display.rest();
            experiment
                    .stopped()
                    .map(
                            reason ->
                                    interruption.exitCode().isPresent()
                                            ? reason + resumeHint()
                                            : reason)
                    .ifPresent(display::warned);
            warnAboutBudget(startedBlocks, experiment, display);
            List<PassRow> all = Stream.concat(done.stream(), measured.stream()).toList();
            setup.summary().warnings(all).forEach(record::warn);
            int exitCode = setup.summary().print(all, record.warnings());
            if (request().judging().diagnose() && experiment.stopped().isEmpty()) {
                diagnose(display);
            }
            return interruption
                    .exitCode()
                    .orElse(
                            experiment.stopped().isEmpty() && allWell(all)
                                    ? exitCode
                                    : ExitCode.FAILED);
        }
    }

    /// Files that a run appends to.
    private record Records(RunFiles place, RunDisplay display, List<PassRow> measured)
            implements Experiment.RowWriter {
        @Override
        public void append(PassRow row) throws RecordException {
            place.results().append(row).ifPresent(display::repaired);
            measured.add(row);
        }

        @Override
        public void append(List<WarmupRow> curve) throws RecordException {
            WarmupFile.beside(place.timings()).append(curve).ifPresent(display::repaired);
        }
    }

    private RunRequest request() {
        return setup.request();
    }

    private ProgressTracker tracker() {
        return new ProgressTracker(
                plan.trials(),
                plan.archives()::items,
                PreflightCheck.place(plan.target()),
                cores(),
                Ticker.system());
    }

    private Experiment experiment(
            TrialLauncher launcher,
            Experiment.RowWriter writer,
            PassRowFactory rows,
            ExperimentListener listener) {
        Experiment experiment =
                new Experiment(
                        new Experiment.Site(launcher, surroundings.bucket(), surroundings.server()),
                        plan.archives().manifests(),
                        writer,
                        rows,
                        request().output().keepObjects(),
                        listener);
        interruption.onSignal(experiment::stop);
        surroundings.whenServerIsLost().accept(experiment::stop);
        return experiment;
    }

    private void warnAboutBudget(int startedBlocks, Experiment experiment, RunDisplay display) {
        long blocks = plan.trials().stream().map(PlannedTrial::block).distinct().count();
        if (startedBlocks < blocks && experiment.stopped().isEmpty()) {
            display.warned(
                    "ended after block %d of %d: another one would not have fitted into --time-budget%s"
                            .formatted(
                                    plan.blocks() - blocks + startedBlocks,
                                    plan.blocks(),
                                    resumeHint()));
        }
    }

    private String resumeHint() {
        return RunSetup.isResumable(setup.commandLine())
                ? "; resume with --resume=" + setup.files().runId()
                : "";
    }

    private Trial open(TrialSpec spec) throws TrialException {
        return variant(setup, spec).launcher().open(spec);
    }

    private static Variant variant(RunSetup setup, TrialSpec spec) {
        return setup.variants().stream()
                .filter(variant -> variant.name().equals(spec.side()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<IdealTimes> calibrated() throws RecordException, InterruptedException {
        if (!request().judging().calibrate()) {
            return Optional.empty();
        }
        Optional<Calibration> calibration =
                new CalibrationStep(
                                setup.terminal(),
                                request().output().quiet(),
                                setup.files().folder(),
                                surroundings.bucket())
                        .of(plan.calibration());
        if (calibration.isPresent()) {
            record.calibrated(calibration.get());
        }
        return calibration.map(
                measured -> new IdealTimes(measured, cores(), request().judging().rateLimit()));
    }

    private void diagnose(RunDisplay display) throws RecordException, InterruptedException {
        // Recorded passes cost more CPU time, so the references must not learn from them.
        PassRowFactory rows = rows(setup, plan.archives());
        DiagnosisStep diagnosing =
                new DiagnosisStep(
                        setup.files().folder(), request().amount().javaOptions(), setup.clock());
        List<Diagnosis> seen = new ArrayList<>();
        List<PlannedTrial> trials =
                new DiagnosticPlan(
                                plan.archives()::items,
                                request().amount().warmup(),
                                setup.files().folder().resolve("diagnose-timings.csv"))
                        .trials(plan.trials());
        for (DiagnosisStep.Result finding :
                diagnosing.run(
                        trials,
                        display,
                        (launcher, writer, listener) ->
                                experiment(launcher, writer, rows, listener))) {
            switch (finding) {
                case DiagnosisStep.Result.Seen(Diagnosis diagnosis) -> seen.add(diagnosis);
                case DiagnosisStep.Result.Failed(String sentence) -> display.warned(sentence);
            }
        }
        List<String> lines = DiagnosisText.lines(seen);
        setup.terminal().out().println();
        lines.forEach(setup.terminal().out()::println);
        setup.terminal().out().flush();
        keep(lines, setup.files().folder().resolve(RunFiles.DIAGNOSIS), display);
    }

    /// Keeps the diagnosis for the report.
    private static void keep(List<String> lines, Path file, RunDisplay display) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            display.warned(
                    "the diagnosis cannot be kept in %s (%s)"
                            .formatted(file, FileErrorText.reason(e)));
        }
    }

    /// Returns whether all rows are good. The resumed part of a run repeats interrupted passes.
    private static boolean allWell(List<PassRow> rows) {
        return rows.stream()
                .map(row -> row.ending().status())
                .allMatch(status -> status == PassStatus.OK || status == PassStatus.INTERRUPTED);
    }

    /// Returns a factory of rows without references.
    static PassRowFactory rows(RunSetup setup, Archives archives) {
        return rows(
                setup,
                archives,
                new IdealReferenceProvider(cores(), Optional.empty(), archives::items));
    }

    private static PassRowFactory rows(
            RunSetup setup, Archives archives, ReferenceProvider references) {
        RunRequest request = setup.request();
        return new PassRowFactory(
                request.work().workload(),
                request.amount().forked() ? 1 : 0,
                spec -> variant(setup, spec).software(),
                archives::items,
                request.output().verify(),
                references,
                setup.clock());
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
