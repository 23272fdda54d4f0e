package dev.weft.run;

import dev.weft.plan.Conditions;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.PassSpec;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.VerifyLevel;
import dev.weft.plan.WarmupPolicy;
import dev.weft.record.EarlyStop;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassResult;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.record.Warmup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Makes rows of what was planned, measured and verified: the one place that decides how a pass
/// ended.
///
/// @param workload the name of what is done with each item
/// @param forks 1 for trials in child JVMs, 0 for trials in weft's own
/// @param software what runs in the JVM of a trial
/// @param items what the results say of each archive
/// @param verify how closely the bucket is read back after each pass
/// @param yardsticks what passes are held against
public record PassRowFactory(
        String workload,
        int forks,
        Function<TrialSpec, PassRow.Software> software,
        Function<Path, ItemsSummary> items,
        VerifyLevel verify,
        ReferenceProvider yardsticks,
        InstantSource clock) {
    /// A pass whose JVM told what it measured.
    ///
    /// @param warmup of its trial so far; empty before it
    /// @param stopped why the experiment ends early; empty where it does not
    PassRow measured(
            PlannedTrial planned,
            PassSpec pass,
            PassResult result,
            Optional<Duration> serverCpu,
            VerificationResult readBack,
            Optional<Warmup> warmup,
            Optional<String> stopped) {
        return row(
                planned,
                pass,
                warmup,
                new PassRow.Ending(
                        status(result, readBack, stopped),
                        verify,
                        verified(readBack),
                        failure(result, readBack, stopped)),
                Optional.of(result.measures()),
                result.startedAt(),
                serverCpu);
    }

    /// A pass whose JVM was lost before it could tell.
    ///
    /// @param how it ended where nobody stopped the experiment
    PassRow lost(
            PlannedTrial planned,
            PassSpec pass,
            PassStatus how,
            String lastWords,
            Optional<String> stopped) {
        PassStatus status = stopped.isPresent() ? PassStatus.INTERRUPTED : how;
        return row(
                planned,
                pass,
                Optional.empty(),
                new PassRow.Ending(status, verify, false, Optional.of(stopped.orElse(lastWords))),
                Optional.empty(),
                clock.instant(),
                Optional.empty());
    }

    private static PassStatus status(PassResult result, VerificationResult readBack, Optional<String> stopped) {
        if (result.cut().isPresent()) {
            return result.cut().get().cause().status();
        }
        boolean sound = verified(readBack) || readBack instanceof VerificationResult.Omitted;
        if (stopped.isPresent() && !sound) {
            return PassStatus.INTERRUPTED;
        }
        return sound && result.counts().failed() == 0 ? PassStatus.OK : PassStatus.FAILED;
    }

    private static boolean verified(VerificationResult readBack) {
        return switch (readBack) {
            case VerificationResult.Done(Verification verification) -> verification.complete();
            case VerificationResult.Omitted _, VerificationResult.Abandoned _, VerificationResult.Impossible _ -> false;
        };
    }

    private static Optional<String> failure(
            PassResult result, VerificationResult readBack, Optional<String> stopped) {
        Optional<String> failed =
                result.firstFailure()
                        .map(
                                first ->
                                        "%d of %d items failed, the first one: %s"
                                                .formatted(
                                                        result.counts().failed(),
                                                        result.counts().total(),
                                                        first));
        return result.cut()
                .map(cut -> words(cut, result))
                .or(() -> failed)
                .or(() -> complaint(readBack, stopped));
    }

    /// Why a pass was cut short, and where it gave up, what the first failure says of itself.
    static String words(EarlyStop cut, PassResult result) {
        return switch (cut.cause()) {
            case STOPPED, STALLED -> cut.reason();
            case GAVE_UP ->
                    cut.reason()
                            + result.firstFailure()
                                    .map(first -> "; the first one: " + first)
                                    .orElse("");
        };
    }

    private static Optional<String> complaint(VerificationResult readBack, Optional<String> stopped) {
        return switch (readBack) {
            case VerificationResult.Done(Verification verification) -> verification.complaint();
            case VerificationResult.Omitted _ -> Optional.empty();
            case VerificationResult.Abandoned _ -> stopped;
            case VerificationResult.Impossible(String reason) -> stopped.or(() -> Optional.of(reason));
        };
    }

    private PassRow row(
            PlannedTrial planned,
            PassSpec pass,
            Optional<Warmup> warmup,
            PassRow.Ending ending,
            Optional<PassMeasures> measures,
            Instant startedAt,
            Optional<Duration> serverCpu) {
        TrialSpec spec = planned.spec();
        ItemsSummary of = items.apply(pass.archive());
        return new PassRow(
                new PassRow.Place(
                        spec.runId(),
                        spec.trialId(),
                        spec.side(),
                        planned.block(),
                        planned.order(),
                        planned.repetition(),
                        pass.number(),
                        forks,
                        startedAt),
                new PassRow.Setting(
                        spec.mode(),
                        workload,
                        pass.phase(),
                        of,
                        spec.concurrency(),
                        warmup.orElse(Warmup.before(policy(planned))),
                        spec.target().latency(),
                        spec.target().faults().flatMap(FaultPlan::remark)),
                ending,
                measures,
                new PassRow.Contract(
                        spec.target().label(),
                        Engines.httpClient(spec.mode()),
                        spec.contract(),
                        fairness(planned, pass)),
                software.apply(spec),
                yardsticks.of(planned, pass, measures, serverCpu));
    }

    /// The hash of all that must be equal for passes to be comparable, as the row of the pass has
    /// it.
    public String fairness(PlannedTrial planned, PassSpec pass) {
        TrialSpec spec = planned.spec();
        return spec.contract()
                .hash(
                        spec.target(),
                        items.apply(pass.archive()),
                        conditions(spec, policy(planned)));
    }

    private static WarmupPolicy policy(PlannedTrial planned) {
        return planned.passes().stream()
                .flatMap(pass -> pass.warmup().stream())
                .findFirst()
                .orElse(new WarmupPolicy.Fixed(0));
    }

    private Conditions conditions(TrialSpec spec, WarmupPolicy warmup) {
        PassRow.Software ran = software.apply(spec);
        return new Conditions(
                warmup.condition(),
                forks,
                spec.side(),
                ran.javaOptions(),
                ran.jdk(),
                ran.sdk(),
                ran.weft());
    }
}
