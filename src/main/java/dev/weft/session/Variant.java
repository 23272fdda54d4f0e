package dev.weft.session;

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

/// @param software what runs in its JVMs
public record Variant(
        Optional<String> name,
        RunRequest request,
        TrialLauncher launcher,
        PassRow.Software software) {
    /// The only side of a run, with the class path of this weft.
    public static Variant alone(RunRequest request, RunFiles files, InstantSource clock) {
        return of(Optional.empty(), BuildUnderTest.own(), request, files, clock);
    }

    /// A side whose JVMs run a build under options.
    public static Variant of(
            Optional<String> name,
            BuildUnderTest build,
            RunRequest request,
            RunFiles files,
            InstantSource clock) {
        RunRequest.Amount amount = request.amount();
        return new Variant(
                name,
                request,
                amount.forked()
                        ? new ForkedTrials(
                                TrialMain.class,
                                build.classes(),
                                amount.javaOptions(),
                                files.folder(),
                                clock,
                                ChildTimeouts.STANDARD)
                        : new LocalTrials(clock, Optional.empty()),
                new PassRow.Software(
                        Runtime.version().toString(),
                        build.sdk(),
                        build.weft(),
                        amount.javaOptionsText()));
    }

    /// Its trials.
    List<PlannedTrial> trials(Target target, Archives archives, RunFiles place) {
        return new Planner(
                        place.runId(),
                        name,
                        target,
                        poolSize ->
                                request.retries()
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
                        request.retries()::tolerance,
                        place.timings())
                .trials(
                        new ExperimentDesign(
                                request.work().modes(),
                                archives.loads(),
                                request.amount().repetitions(),
                                request.amount().passes(),
                                request.amount().warmup(),
                                request.amount().coldOnly(),
                                request.amount().seed(),
                                request.work().limits()));
    }
}
