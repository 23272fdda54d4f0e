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

/// Runs trials under the JDK's flight recorder, apart from those that are measured, and reads what
/// it saw. Recordings are kept; rows are not.
///
/// @param folder of the run: recordings and logs go there
/// @param javaOptions of the JVMs of trials
record DiagnosisStep(Path folder, List<String> javaOptions, InstantSource clock) {
    /// A JVM writes its recording when it ends.
    private static final ChildTimeouts PATIENCE =
            new ChildTimeouts(
                    ChildTimeouts.STANDARD.stop(),
                    Duration.ofMinutes(1),
                    ChildTimeouts.STANDARD.silence());

    DiagnosisStep {
        javaOptions = List.copyOf(javaOptions);
    }

    /// What came of a trial.
    sealed interface Result {
        /// The recorder saw this.
        record Seen(Diagnosis diagnosis) implements Result {}

        /// There is no diagnosis; one sentence says why.
        record Failed(String sentence) implements Result {}
    }

    /// Makes an experiment that is like the measured one.
    @FunctionalInterface
    interface Laboratory {
        /// An experiment that has not begun.
        Experiment experiment(
                TrialLauncher launcher, Experiment.RowWriter rows, ExperimentListener listener);
    }

    /// The recording of a trial.
    Path recording(TrialSpec spec) {
        return folder.resolve(spec.trialId() + ".jfr").toAbsolutePath();
    }

    /// Runs the trials, one after another; those that come after a stop are left out.
    ///
    /// @param trials as [DiagnosticPlan] makes them
    /// @param display hears of all but what becomes of passes: the findings tell
    List<Result> run(List<PlannedTrial> trials, ExperimentListener display, Laboratory laboratory)
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
            return new ForkedTrials(TrialMain.class, options, folder, clock, PATIENCE).open(spec);
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
