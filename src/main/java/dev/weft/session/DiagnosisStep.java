package dev.weft.session;

import dev.weft.child.TrialMain;
import dev.weft.csv.RecordException;
import dev.weft.diagnose.Diagnosis;
import dev.weft.diagnose.RecordingOptions;
import dev.weft.diagnose.RecordingReader;
import dev.weft.diagnose.RecordingWindows;
import dev.weft.diagnose.RecordingWindows.RecordingWindow;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.TrialSpec;
import dev.weft.process.ChildTimeouts;
import dev.weft.process.ForkedTrials;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.run.Experiment;
import dev.weft.run.ExperimentListener;
import dev.weft.run.TimeBudget;
import dev.weft.run.Trial;
import dev.weft.run.TrialException;
import dev.weft.run.TrialLauncher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs unmeasured trials under the JDK Flight Recorder and summarizes their recordings. Keeps the
/// recordings and drops the rows.
///
/// @param folder folder of the run, for recordings and logs
/// @param javaOptions options of the trial JVMs
record DiagnosisStep(Path folder, List<String> javaOptions, InstantSource clock) {
    /// Allows a JVM a minute to stop, because it writes its recording when it ends.
    private static final ChildTimeouts TIMEOUTS =
            new ChildTimeouts(
                    ChildTimeouts.STANDARD.stop(),
                    Duration.ofMinutes(1),
                    ChildTimeouts.STANDARD.silence());

    DiagnosisStep {
        javaOptions = List.copyOf(javaOptions);
    }

    /// Outcome of a recorded trial.
    sealed interface Result {
        /// A diagnosis.
        record Seen(Diagnosis diagnosis) implements Result {}

        /// A failure, with its reason as one sentence.
        record Failed(String sentence) implements Result {}
    }

    /// Creates an experiment with the conditions of the measured one.
    @FunctionalInterface
    interface ExperimentFactory {
        /// Returns an experiment that has not started.
        Experiment experiment(
                TrialLauncher launcher, Experiment.RowWriter rows, ExperimentListener listener);
    }

    /// Returns the file of a trial's recording.
    Path recording(TrialSpec spec) {
        return folder.resolve(spec.trialId() + ".jfr").toAbsolutePath();
    }

    /// Runs the trials one after another. Omits the trials after an interruption.
    ///
    /// @param trials trials of a [DiagnosticPlan]
    /// @param display receives all events except the results of passes
    List<Result> run(
            List<PlannedTrial> trials, ExperimentListener display, ExperimentFactory laboratory)
            throws InterruptedException, RecordException {
        List<PassRow> rows = new ArrayList<>();
        Experiment experiment =
                laboratory.experiment(this::open, rows::add, new RowIgnoringListener(display));
        var _ = experiment.run(trials, TimeBudget.unlimited());
        return trials.stream().flatMap(trial -> finding(trial.spec(), rows).stream()).toList();
    }

    private Trial open(TrialSpec spec) throws TrialException {
        try {
            List<String> options =
                    Stream.concat(
                                    javaOptions.stream(),
                                    RecordingOptions.prepare(recording(spec)).jvmOptions().stream())
                            .toList();
            return new ForkedTrials(TrialMain.class, options, folder, clock, TIMEOUTS).open(spec);
        } catch (IOException e) {
            throw new TrialException("it could not be recorded: " + e.getMessage(), e);
        }
    }

    private Optional<Result> finding(TrialSpec spec, List<PassRow> rows) {
        List<PassRow> own =
                rows.stream().filter(row -> row.place().trialId().equals(spec.trialId())).toList();
        Optional<Result> failed =
                own.stream()
                        .filter(row -> row.ending().status() != PassStatus.OK)
                        .findFirst()
                        .map(row -> failed(spec, row.ending().failure().orElse("no reason given")));
        return own.isEmpty() ? Optional.empty() : failed.or(() -> Optional.of(read(spec, own)));
    }

    private Result read(TrialSpec spec, List<PassRow> rows) {
        List<PassRow> warm =
                rows.stream().filter(row -> row.setting().phase() == Phase.WARM).toList();
        Diagnosis.Subject subject =
                new Diagnosis.Subject(
                        spec.mode(),
                        spec.concurrency(),
                        warm.stream()
                                .flatMap(row -> row.measures().stream())
                                .mapToLong(measures -> measures.counts().stored())
                                .sum());
        RecordingWindows windows =
                new RecordingWindows(warm.stream().flatMap(row -> window(row).stream()).toList());
        try {
            return new Result.Seen(RecordingReader.read(recording(spec), subject, windows));
        } catch (IOException e) {
            return failed(
                    spec,
                    "the recording %s cannot be read: %s"
                            .formatted(recording(spec), e.getMessage()));
        }
    }

    private static Optional<RecordingWindow> window(PassRow row) {
        Instant start = row.place().startedAt();
        return row.measures()
                .map(measures -> new RecordingWindow(start, start.plus(measures.wall())));
    }

    private static Result failed(TrialSpec spec, String why) {
        return new Result.Failed("%s was not diagnosed: %s".formatted(spec.mode().label(), why));
    }
}
