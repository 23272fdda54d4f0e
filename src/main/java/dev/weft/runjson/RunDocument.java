package dev.weft.runjson;

import dev.weft.machine.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Content of `run.json`: environment, target, terms, design and status of a run. docs/run-json.md
/// explains every field.
///
/// @param schema schema of the document, see [#SCHEMA]
/// @param resumedAt times at which the interrupted run was resumed
/// @param endedAt empty while the run is running, and if it was killed
/// @param exitCode empty under the same conditions as `endedAt`
/// @param commandLine arguments of weft as given; secrets are masked
/// @param environment environment before the first trial
/// @param fairness terms of each measured size of the connection pool
/// @param calibration empty before or without a calibration
public record RunDocument(
        int schema,
        String runId,
        RunStatus status,
        OptionalInt exitCode,
        Instant startedAt,
        List<Instant> resumedAt,
        Optional<Instant> endedAt,
        List<String> commandLine,
        Environment environment,
        RunTarget target,
        List<FairnessTerms> fairness,
        RunDesign design,
        Optional<RunCalibration> calibration,
        List<RecordedWarning> warnings) {
    /// Schema that this version writes. It grows when a field is removed or changes its meaning; an
    /// added field leaves it unchanged.
    public static final int SCHEMA = 1;

    public RunDocument {
        Objects.requireNonNull(runId);
        Objects.requireNonNull(status);
        Objects.requireNonNull(exitCode);
        Objects.requireNonNull(startedAt);
        resumedAt = List.copyOf(resumedAt);
        Objects.requireNonNull(endedAt);
        commandLine = List.copyOf(commandLine);
        Objects.requireNonNull(environment);
        Objects.requireNonNull(target);
        fairness = List.copyOf(fairness);
        Objects.requireNonNull(design);
        Objects.requireNonNull(calibration);
        warnings = List.copyOf(warnings);
    }

    /// Creates the document of a run that starts.
    ///
    /// @param warnings warnings known at the start
    public static RunDocument started(
            String runId,
            Instant startedAt,
            List<String> commandLine,
            Environment environment,
            RunTarget target,
            List<FairnessTerms> fairness,
            RunDesign design,
            List<RecordedWarning> warnings) {
        return new RunDocument(
                SCHEMA,
                runId,
                RunStatus.RUNNING,
                OptionalInt.empty(),
                startedAt,
                List.of(),
                Optional.empty(),
                commandLine,
                environment,
                target,
                fairness,
                design,
                Optional.empty(),
                warnings);
    }

    /// Returns the document of this run as a continuation of an interrupted part. It takes the
    /// start and the calibration from that part and merges the terms of both.
    ///
    /// @param earlier document of the interrupted part
    /// @param allWarnings warnings of both parts
    public RunDocument resuming(RunDocument earlier, List<RecordedWarning> allWarnings) {
        return new RunDocument(
                schema,
                runId,
                status,
                exitCode,
                earlier.startedAt,
                Stream.concat(earlier.resumedAt.stream(), Stream.of(startedAt)).toList(),
                endedAt,
                commandLine,
                environment,
                target,
                FairnessTerms.merged(earlier.fairness, fairness),
                design,
                earlier.calibration,
                allWarnings);
    }

    /// Returns the document of the finished run.
    ///
    /// @param code exit code of weft
    /// @param allWarnings all warnings, including those of the start
    public RunDocument finished(
            RunStatus newStatus, int code, Instant end, List<RecordedWarning> allWarnings) {
        return with(newStatus, OptionalInt.of(code), Optional.of(end), calibration, allWarnings);
    }

    /// Returns the document with a calibration.
    public RunDocument calibrated(Calibration measured) {
        return with(status, exitCode, endedAt, Optional.of(RunCalibration.of(measured)), warnings);
    }

    private RunDocument with(
            RunStatus newStatus,
            OptionalInt newExitCode,
            Optional<Instant> newEndedAt,
            Optional<RunCalibration> newCalibration,
            List<RecordedWarning> newWarnings) {
        return new RunDocument(
                schema,
                runId,
                newStatus,
                newExitCode,
                startedAt,
                resumedAt,
                newEndedAt,
                commandLine,
                environment,
                target,
                fairness,
                design,
                newCalibration,
                newWarnings);
    }

    /// Status of a run.
    public enum RunStatus {
        /// The run is running, or it was killed.
        RUNNING,
        /// Every pass is `ok`.
        OK,
        /// A pass is not `ok`, or the run could not continue.
        FAILED,
        /// A signal ended the run.
        INTERRUPTED
    }
}
