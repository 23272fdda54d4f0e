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

/// The experiment itself, against a target that is there: calibrates, measures, says what came of
/// it, and looks for reasons.
///
/// @param record of the run, begun
/// @param interruption that ends it early
record Measurement(
        RunSetup setup,
        RunPlan plan,
        Surroundings around,
        RunRecord record,
        Interruption interruption) {
    /// What the experiment goes to.
    ///
    /// @param bucket as weft itself sees it
    /// @param server whose CPU time is watched
    /// @param whenServerIsLost registers who is to hear that the server is gone
    record Surroundings(
            Bucket bucket, ServerCpuClock server, Consumer<Consumer<String>> whenServerIsLost) {}

    /// Measures.
    ///
    /// @param done rows of the same run that were recorded before
    /// @return the exit code
    int run(List<PassRow> done, TimeBudget budget) throws RecordException, InterruptedException {
        Optional<IdealTimes> ideals = calibrated();
        IdealReferenceProvider yardsticks =
                new IdealReferenceProvider(cores(), ideals, plan.archives()::items);
        done.forEach(row -> yardsticks.learn(row, plan.archives()));
        PassRowFactory rows = rows(setup, plan.archives(), yardsticks);
        List<PassRow> measured = new ArrayList<>();
        try (RunDisplay display =
                new RunDisplay(setup.terminal(), request().output().quiet(), tracker())) {
            Experiment experiment =
                    experiment(
                            this::open,
                            new Records(setup.files(), display, measured),
                            rows,
                            display);
            int begun = experiment.run(plan.trials(), budget);
            display.rest();
            experiment
                    .stopped()
                    .map(reason -> interruption.exitCode().isPresent() ? reason + goOn() : reason)
                    .ifPresent(display::warned);
            tellOfBudget(begun, experiment, display);
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

    /// The files that a run appends to.
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
                        new Experiment.Site(launcher, around.bucket(), around.server()),
                        plan.archives().manifests(),
                        writer,
                        rows,
                        request().output().keepObjects(),
                        listener);
        interruption.endBy(experiment::stop);
        around.whenServerIsLost().accept(experiment::stop);
        return experiment;
    }

    private void tellOfBudget(int begun, Experiment experiment, RunDisplay display) {
        long blocks = plan.trials().stream().map(PlannedTrial::block).distinct().count();
        if (begun < blocks && experiment.stopped().isEmpty()) {
            display.warned(
                    "ended after block %d of %d: another one would not have fitted into --time-budget%s"
                            .formatted(plan.blocks() - blocks + begun, plan.blocks(), goOn()));
        }
    }

    private String goOn() {
        return RunSetup.isResumable(setup.commandLine())
                ? "; go on with --resume=" + setup.files().runId()
                : "";
    }

    private Trial open(TrialSpec spec) throws TrialException {
        return side(setup, spec).launcher().open(spec);
    }

    private static Variant side(RunSetup setup, TrialSpec spec) {
        return setup.variants().stream()
                .filter(side -> side.name().equals(spec.side()))
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
                                around.bucket())
                        .of(plan.calibration());
        if (calibration.isPresent()) {
            record.calibrated(calibration.get());
        }
        return calibration.map(
                measured -> new IdealTimes(measured, cores(), request().judging().rateLimit()));
    }

    private void diagnose(RunDisplay display) throws RecordException, InterruptedException {
        // What a recorded pass costs must not be learned from.
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

    /// The report shows them, too.
    private static void keep(List<String> lines, Path file, RunDisplay display) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            display.warned(
                    "the diagnosis cannot be kept in %s (%s)"
                            .formatted(file, FileErrorText.reason(e)));
        }
    }

    /// What was interrupted was made up for by the run that goes on.
    private static boolean allWell(List<PassRow> rows) {
        return rows.stream()
                .map(row -> row.ending().status())
                .allMatch(status -> status == PassStatus.OK || status == PassStatus.INTERRUPTED);
    }

    /// Makes the rows of an experiment that is held against nothing.
    static PassRowFactory rows(RunSetup setup, Archives archives) {
        return rows(
                setup,
                archives,
                new IdealReferenceProvider(cores(), Optional.empty(), archives::items));
    }

    private static PassRowFactory rows(
            RunSetup setup, Archives archives, ReferenceProvider yardsticks) {
        RunRequest request = setup.request();
        return new PassRowFactory(
                request.work().workload(),
                request.amount().forked() ? 1 : 0,
                spec -> side(setup, spec).software(),
                archives::items,
                request.output().verify(),
                yardsticks,
                setup.clock());
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
