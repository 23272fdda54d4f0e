package dev.weft.cli;

import dev.weft.machine.WeftVersion;
import dev.weft.analysis.ResultWarning;
import dev.weft.machine.ClockWatch;
import dev.weft.machine.Environment;
import dev.weft.machine.MachineSurvey;
import dev.weft.machine.MachineWarning;
import dev.weft.machine.SecretMasker;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.Calibration;
import dev.weft.record.RecordException;
import dev.weft.record.RecordedWarning;
import dev.weft.record.RunDesign;
import dev.weft.record.RunDocument;
import dev.weft.record.RunFile;
import dev.weft.record.RunStatus;
import dev.weft.record.RunTarget;
import dev.weft.record.RunTerms;
import dev.weft.run.PassRowFactory;
import dev.weft.run.Ticker;
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

/// Keeps `run.json`, from before the first trial to the end, and tells of what may have spoilt the
/// figures.
final class RunRecord {
    private final Terminal terminal;
    private final InstantSource clock;
    private final String runId;
    private final RunFile file;
    private final ClockWatch watch;
    private final List<RecordedWarning> remembered = new ArrayList<>();
    private final List<RecordedWarning> warnings = new ArrayList<>();
    private Optional<Environment> environment = Optional.empty();
    private Optional<RunDocument> begun = Optional.empty();

    RunRecord(Terminal terminal, InstantSource clock, String runId, Path folder) {
        this.terminal = terminal;
        this.clock = clock;
        this.runId = runId;
        this.file = new RunFile(folder.resolve(RunFiles.PARTICULARS));
        this.watch = new ClockWatch(clock, Ticker.system()::nanos);
    }

    /// Looks at the machine, before weft itself makes it busy.
    void look() throws InterruptedException {
        environment = Optional.of(MachineSurvey.ofThisMachine().environment(WeftVersion.number()));
    }

    /// Writes what is known before the first trial, beside what is there of a run that is gone on
    /// with.
    void begin(
            List<String> commandLine,
            RunTarget target,
            List<PlannedTrial> trials,
            PassRowFactory rows,
            RunDesign design)
            throws RecordException, UsageException {
        Environment seen = environment.orElseThrow();
        MachineWarning.before(seen).forEach(this::warn);
        List<RunTerms> terms = terms(trials, rows);
        Optional<RunDocument> earlier = earlier();
        if (earlier.isPresent()) {
            insistOnEqual(earlier.get().fairness(), terms);
        }
        earlier.ifPresent(this::remember);
        RunDocument fresh =
                RunDocument.begun(
                        runId,
                        clock.instant(),
                        SecretMasker.masked(commandLine),
                        seen,
                        target,
                        terms,
                        design,
                        all());
        RunDocument document = earlier.map(before -> fresh.after(before, all())).orElse(fresh);
        file.write(document);
        begun = Optional.of(document);
    }

    /// What is measured under other conditions belongs to another run.
    private void insistOnEqual(List<RunTerms> before, List<RunTerms> now) throws UsageException {
        List<String> known = before.stream().flatMap(terms -> terms.hashes().stream()).toList();
        if (!now.stream().flatMap(terms -> terms.hashes().stream()).allMatch(known::contains)) {
            throw new UsageException(
                    "run %s began under other conditions: a JDK, a build of weft, JVM options, a target or zips have changed since; begin a new run"
                            .formatted(runId));
        }
    }

    /// What a run that is gone on with has left of its first part.
    private Optional<RunDocument> earlier() throws RecordException {
        return Files.isRegularFile(file.path()) ? Optional.of(file.read()) : Optional.empty();
    }

    /// But for the warnings of its results: at the end all of these are looked at again.
    private void remember(RunDocument earlier) {
        earlier.warnings().stream()
                .filter(warning -> !ResultWarning.CODES.contains(warning.code()))
                .forEach(remembered::add);
    }

    private List<RecordedWarning> all() {
        return Stream.concat(remembered.stream(), warnings.stream()).distinct().toList();
    }

    private static List<RunTerms> terms(List<PlannedTrial> trials, PassRowFactory rows) {
        Map<FairnessContract, Set<String>> hashes = new LinkedHashMap<>();
        for (PlannedTrial trial : trials) {
            Set<String> of =
                    hashes.computeIfAbsent(trial.spec().contract(), _ -> new LinkedHashSet<>());
            trial.passes().stream()
                    .filter(pass -> pass.warmup().isEmpty())
                    .forEach(pass -> of.add(rows.fairness(trial, pass)));
        }
        return hashes.entrySet().stream()
                .map(entry -> RunTerms.of(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /// Adds what the calibration measured; is called after [#begin].
    void calibrated(Calibration measured) throws RecordException {
        RunDocument document = begun.orElseThrow().calibrated(measured);
        file.write(document);
        begun = Optional.of(document);
    }

    /// What may have spoilt the figures, as far as it is known.
    List<RecordedWarning> warnings() {
        return all();
    }

    /// Something else that may have spoilt the figures.
    void warn(RecordedWarning warning) {
        warnings.add(warning);
    }

    private void warn(MachineWarning warning) {
        warn(new RecordedWarning(warning.code(), warning.sentence(), warning.remedy()));
    }

    /// Prints the warnings and completes the record; does nothing for a run that never began.
    void end(int exitCode) throws RecordException {
        if (begun.isEmpty()) {
            return;
        }
        watch.warning().ifPresent(this::warn);
        Map<String, List<RecordedWarning>> kinds = new LinkedHashMap<>();
        warnings.forEach(
                warning ->
                        kinds.computeIfAbsent(warning.code(), _ -> new ArrayList<>()).add(warning));
        kinds.values().forEach(this::tell);
        complete(exitCode);
    }

    /// A sweep may have dozens of one kind.
    private void tell(List<RecordedWarning> kind) {
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

    /// Completes the record of a run that ends with a complaint, which is what matters then.
    void abandon(int exitCode) {
        try {
            complete(exitCode);
        } catch (RecordException e) {
            terminal.say(String.valueOf(e.getMessage()));
        }
    }

    private void complete(int exitCode) throws RecordException {
        if (begun.isPresent()) {
            file.write(begun.get().ended(status(exitCode), exitCode, clock.instant(), all()));
        }
    }

    private static RunStatus status(int exitCode) {
        if (exitCode > ExitCode.SIGNAL) {
            return RunStatus.INTERRUPTED;
        }
        return exitCode == ExitCode.OK ? RunStatus.OK : RunStatus.FAILED;
    }
}
