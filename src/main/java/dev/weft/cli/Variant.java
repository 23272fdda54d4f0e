package dev.weft.cli;

import dev.weft.child.TrialMain;
import dev.weft.plan.ExperimentDesign;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.Planner;
import dev.weft.plan.Target;
import dev.weft.process.ChildTimeouts;
import dev.weft.process.ForkedTrials;
import dev.weft.record.PassRow;
import dev.weft.run.LocalTrials;
import dev.weft.run.TrialLauncher;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// One side of an experiment: what is measured, and in which JVMs. A run that compares nothing but
/// modes has one.
///
/// @param name empty where there is only one
/// @param javaOptions of its JVMs
/// @param software what runs in its JVMs
record Variant(
        Optional<String> name,
        RunRequest request,
        TrialLauncher launcher,
        List<String> javaOptions,
        PassRow.Software software) {
    /// The only side of a run, with the class path of this weft.
    static Variant alone(RunOptions options, RunFiles place, Terminal terminal, InstantSource clock)
            throws UsageException {
        return of(Optional.empty(), BuildUnderTest.own(), options, place, terminal, clock);
    }

    /// A side whose JVMs run a build under options.
    static Variant of(
            Optional<String> name,
            BuildUnderTest build,
            RunOptions options,
            RunFiles place,
            Terminal terminal,
            InstantSource clock)
            throws UsageException {
        RunRequest request = RunRequest.of(options);
        JavaOptions java = JavaOptions.of(options, terminal);
        return new Variant(
                name,
                request,
                request.forked()
                        ? new ForkedTrials(
                                TrialMain.class,
                                build.classes(),
                                java.words(),
                                place.folder(),
                                clock,
                                ChildTimeouts.STANDARD)
                        : new LocalTrials(clock, Optional.empty()),
                java.words(),
                new PassRow.Software(
                        Runtime.version().toString(), build.sdk(), build.weft(), java.text()));
    }

    /// Its trials.
    List<PlannedTrial> trials(Target target, Archives archives, RunFiles place) {
        return new Planner(
                        place.runId(),
                        name,
                        target,
                        poolSize ->
                                request.endurance()
                                        .terms(
                                                FairnessContract.standard(
                                                        poolSize,
                                                        archives.largestBytes(),
                                                        target.faults()
                                                                .map(
                                                                        plan ->
                                                                                plan.longest(
                                                                                        poolSize,
                                                                                        archives
                                                                                                .largestBytes())))),
                        request.endurance()::tolerance,
                        place.timings())
                .trials(
                        new ExperimentDesign(
                                request.modes(),
                                archives.loads(),
                                request.repetitions(),
                                request.passes(),
                                request.warmup(),
                                request.coldOnly(),
                                request.seed(),
                                request.limits()));
    }
}
