package dev.weft.session;

import dev.weft.analysis.ResultWarning;
import dev.weft.csv.RecordException;
import dev.weft.machine.ClockWatch;
import dev.weft.machine.Environment;
import dev.weft.machine.MachineSurvey;
import dev.weft.machine.MachineWarning;
import dev.weft.machine.SecretMasker;
import dev.weft.machine.WeftVersion;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.PlannedTrial;
import dev.weft.run.PassRowFactory;
import dev.weft.run.Ticker;
import dev.weft.runjson.Calibration;
import dev.weft.runjson.FairnessTerms;
import dev.weft.runjson.RecordedWarning;
import dev.weft.runjson.RunDesign;
import dev.weft.runjson.RunDocument;
import dev.weft.runjson.RunDocument.RunStatus;
import dev.weft.runjson.RunFile;
import dev.weft.runjson.RunTarget;
import dev.weft.screen.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Writes `run.json` from before the first trial to the end of a run. Collects and prints warnings
/// about the figures.
final class RunRecord {
    private final Terminal terminal;
    private final InstantSource clock;
    private final String runId;
    private final RunFile file;
    private final ClockWatch clockWatch;
    private final List<RecordedWarning> earlierWarnings = new ArrayList<>();
    private final List<RecordedWarning> warnings = new ArrayList<>();
    private Optional<Environment> environment = Optional.empty();
    private Optional<RunDocument> document = Optional.empty();

    RunRecord(Terminal terminal, InstantSource clock, String runId, Path folder) {
        this.terminal = terminal;
        this.clock = clock;
        this.runId = runId;
        this.file = new RunFile(folder.resolve(RunFiles.PARTICULARS));
        this.clockWatch = new ClockWatch(clock, Ticker.system()::nanos);
    }

    /// Surveys the machine, before weft itself puts load on it.
    void look() throws InterruptedException {
        environment = Optional.of(MachineSurvey.ofThisMachine().environment(WeftVersion.number()));
    }

    /// Writes `run.json` before the first trial. A resumed run keeps the content of its earlier
    /// part.
    ///
    /// @throws UsageException if a resumed run would have other conditions than its earlier part
    void begin(
            List<String> commandLine,
            RunTarget target,
            List<PlannedTrial> trials,
            PassRowFactory rows,
            RunDesign design)
            throws RecordException, UsageException {
        Environment seen = environment.orElseThrow();
        MachineWarning.before(seen).forEach(this::warn);
        List<FairnessTerms> terms = terms(trials, rows);
        Optional<RunDocument> earlier = earlier();
        if (earlier.isPresent()) {
            checkConditions(earlier.get().fairness(), terms);
        }
        earlier.ifPresent(this::keepWarnings);
        RunDocument fresh =
                RunDocument.started(
                        runId,
                        clock.instant(),
                        SecretMasker.masked(commandLine),
                        seen,
                        target,
                        terms,
                        design,
                        all());
        RunDocument merged = earlier.map(before -> fresh.resuming(before, all())).orElse(fresh);
        file.write(merged);
        document = Optional.of(merged);
    }

    /// Rejects changed conditions: their measurements belong in a new run.
    private void checkConditions(List<FairnessTerms> before, List<FairnessTerms> now)
            throws UsageException {
        List<String> known = before.stream().flatMap(terms -> terms.hashes().stream()).toList();
        if (!now.stream().flatMap(terms -> terms.hashes().stream()).allMatch(known::contains)) {
            throw new UsageException(
                    "run %s began under other conditions: a JDK, a build of weft, JVM options, a target or zips have changed since; begin a new run"
                            .formatted(runId));
        }
    }

    /// Reads the record of the earlier part of a resumed run.
    private Optional<RunDocument> earlier() throws RecordException {
        return Files.isRegularFile(file.path()) ? Optional.of(file.read()) : Optional.empty();
    }

    /// Keeps the earlier warnings, except warnings about results: these are determined anew at the
    /// end.
    private void keepWarnings(RunDocument earlier) {
        earlier.warnings().stream()
                .filter(warning -> !ResultWarning.CODES.contains(warning.code()))
                .forEach(earlierWarnings::add);
    }

    private List<RecordedWarning> all() {
        return Stream.concat(earlierWarnings.stream(), warnings.stream()).distinct().toList();
    }

    private static List<FairnessTerms> terms(List<PlannedTrial> trials, PassRowFactory rows) {
        Map<FairnessContract, Set<String>> hashes = new LinkedHashMap<>();
        for (PlannedTrial trial : trials) {
            Set<String> of =
                    hashes.computeIfAbsent(trial.spec().contract(), _ -> new LinkedHashSet<>());
            trial.passes().stream()
                    .filter(pass -> pass.warmup().isEmpty())
                    .forEach(pass -> of.add(rows.fairness(trial, pass)));
        }
        return hashes.entrySet().stream()
                .map(entry -> FairnessTerms.of(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /// Adds the calibration. Requires a call of [#begin].
    void calibrated(Calibration measured) throws RecordException {
        RunDocument calibrated = document.orElseThrow().calibrated(measured);
        file.write(calibrated);
        document = Optional.of(calibrated);
    }

    /// Returns the warnings about the figures so far.
    List<RecordedWarning> warnings() {
        return all();
    }

    /// Adds a warning about the figures.
    void warn(RecordedWarning warning) {
        warnings.add(warning);
    }

    private void warn(MachineWarning warning) {
        warn(new RecordedWarning(warning.code(), warning.sentence(), warning.remedy()));
    }

    /// Prints the warnings and completes the record. Does nothing before [#begin].
    void end(int exitCode) throws RecordException {
        if (document.isEmpty()) {
            return;
        }
        clockWatch.warning().ifPresent(this::warn);
        Map<String, List<RecordedWarning>> kinds = new LinkedHashMap<>();
        warnings.forEach(
                warning ->
                        kinds.computeIfAbsent(warning.code(), _ -> new ArrayList<>()).add(warning));
        kinds.values().forEach(this::print);
        complete(exitCode);
    }

    /// Prints one line per kind, because a sweep may have dozens of warnings of one kind.
    private void print(List<RecordedWarning> kind) {
        RecordedWarning first = kind.getFirst();
        terminal.say(
                "%s; %s%s"
                        .formatted(
                                first.sentence(),
                                first.remedy(),
                                kind.size() == 1
                                        ? ""
                                        : " (and %d more of this kind in %s)"
                                                .formatted(
                                                        kind.size() - 1,
                                                        terminal.shown(file.path()))));
    }

    /// Completes the record of a run that fails with an exception. Only prints an error of the
    /// record, so that the caller reports its own exception.
    void abandon(int exitCode) {
        try {
            complete(exitCode);
        } catch (RecordException e) {
            terminal.say(String.valueOf(e.getMessage()));
        }
    }

    private void complete(int exitCode) throws RecordException {
        if (document.isPresent()) {
            file.write(document.get().finished(status(exitCode), exitCode, clock.instant(), all()));
        }
    }

    private static RunStatus status(int exitCode) {
        if (exitCode > ExitCode.SIGNAL) {
            return RunStatus.INTERRUPTED;
        }
        return exitCode == ExitCode.OK ? RunStatus.OK : RunStatus.FAILED;
    }
}
