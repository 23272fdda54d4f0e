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

/// A variant of an experiment: its request, and the launcher of its JVMs. A run has one variant, a
/// comparison of two builds or settings has two.
///
/// @param name empty if there is only one variant
/// @param software software in the JVMs of the variant
public record Variant(
        Optional<String> name,
        RunRequest request,
        TrialLauncher launcher,
        PassRow.Software software) {
    /// Returns the only variant of a run, with the class path of this weft.
    public static Variant alone(RunRequest request, RunFiles files, InstantSource clock) {
        return of(Optional.empty(), BuildUnderTest.own(), request, files, clock);
    }

    /// Returns a variant whose JVMs run a build with given options.
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

    /// Returns the trials of this variant.
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
