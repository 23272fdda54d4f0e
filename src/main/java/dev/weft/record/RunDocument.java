package dev.weft.record;

import dev.weft.machine.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What `run.json` says of a run: what it was made on, against what, under which terms and to which
/// design, and how it ended. docs/run-json.md explains every field.
///
/// @param schema the number of this form, see [#SCHEMA]
/// @param resumedAt when it was gone on with, after it had been interrupted
/// @param endedAt empty while it runs, and for ever where weft was killed
/// @param exitCode empty like `endedAt`
/// @param commandLine the arguments of weft as they were given; secrets are masked
/// @param environment before the first trial
/// @param fairness the terms of each connection pool that was measured
/// @param calibration empty where there was none, or not yet
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
        List<RunTerms> fairness,
        RunDesign design,
        Optional<RunCalibration> calibration,
        List<RecordedWarning> warnings) {
    /// The form that this weft writes. It grows when a field changes its meaning or goes; a field
    /// that is added leaves it as it is.
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

    /// A run that begins.
    ///
    /// @param warnings of what is known by now
    public static RunDocument begun(
            String runId,
            Instant startedAt,
            List<String> commandLine,
            Environment environment,
            RunTarget target,
            List<RunTerms> fairness,
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

    /// The same run, which goes on after an earlier part of it: begun when that was, under its
    /// terms too, and calibrated as it was.
    ///
    /// @param earlier what that part has left
    /// @param all the warnings, those of the earlier part included
    public RunDocument after(RunDocument earlier, List<RecordedWarning> all) {
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
                RunTerms.merged(earlier.fairness, fairness),
                design,
                earlier.calibration,
                all);
    }

    /// The same run, at its end.
    ///
    /// @param exitCode of weft
    /// @param all the warnings, the first ones included
    public RunDocument ended(
            RunStatus status, int exitCode, Instant endedAt, List<RecordedWarning> all) {
        return new RunDocument(
                schema,
                runId,
                status,
                OptionalInt.of(exitCode),
                startedAt,
                resumedAt,
                Optional.of(endedAt),
                commandLine,
                environment,
                target,
                fairness,
                design,
                calibration,
                all);
    }

    /// The same run, calibrated.
    public RunDocument calibrated(Calibration measured) {
        return new RunDocument(
                schema,
                runId,
                status,
                exitCode,
                startedAt,
                resumedAt,
                endedAt,
                commandLine,
                environment,
                target,
                fairness,
                design,
                Optional.of(RunCalibration.of(measured)),
                warnings);
    }
}
