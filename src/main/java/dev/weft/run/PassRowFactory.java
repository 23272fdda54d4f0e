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
import dev.weft.record.WarmupResult.WarmupSummary;
import dev.weft.verify.Verification;
import dev.weft.verify.VerificationResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Creates the rows of the results from plan, measurements and verification. It alone decides the
/// status of a pass.
///
/// @param workload name of the work on each item
/// @param forks 1 for trials in child JVMs, 0 for trials in this JVM
/// @param software software in the JVM of a trial
/// @param items description of each archive in the results
/// @param verify how closely the bucket is compared after each pass
/// @param yardsticks reference values for each pass
public record PassRowFactory(
        String workload,
        int forks,
        Function<TrialSpec, PassRow.Software> software,
        Function<Path, ItemsSummary> items,
        VerifyLevel verify,
        ReferenceProvider yardsticks,
        InstantSource clock) {
    /// Row of a pass that returned measurements.
    ///
    /// @param warmup warm-up of its trial so far; empty before it
    /// @param stopped why the experiment was stopped; empty if it was not
    PassRow measured(
            PlannedTrial planned,
            PassSpec pass,
            PassResult result,
            Optional<Duration> serverCpu,
            VerificationResult readBack,
            Optional<WarmupSummary> warmup,
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

    /// Row of a pass whose JVM was lost.
    ///
    /// @param lossStatus status of the pass unless the experiment was stopped
    PassRow lost(
            PlannedTrial planned,
            PassSpec pass,
            PassStatus lossStatus,
            String message,
            Optional<String> stopped) {
        PassStatus status = stopped.isPresent() ? PassStatus.INTERRUPTED : lossStatus;
        return row(
                planned,
                pass,
                Optional.empty(),
                new PassRow.Ending(status, verify, false, Optional.of(stopped.orElse(message))),
                Optional.empty(),
                clock.instant(),
                Optional.empty());
    }

    private static PassStatus status(
            PassResult result, VerificationResult readBack, Optional<String> stopped) {
        if (result.earlyStop().isPresent()) {
            return result.earlyStop().get().cause().status();
        }
        boolean passed = verified(readBack) || readBack instanceof VerificationResult.Omitted;
        if (stopped.isPresent() && !passed) {
            return PassStatus.INTERRUPTED;
        }
        return passed && result.counts().failed() == 0 ? PassStatus.OK : PassStatus.FAILED;
    }

    private static boolean verified(VerificationResult readBack) {
        return switch (readBack) {
            case VerificationResult.Done(Verification verification) -> verification.complete();
            case VerificationResult.Omitted _,
                    VerificationResult.Abandoned _,
                    VerificationResult.Impossible _ ->
                    false;
        };
    }

    private static Optional<String> failure(
            PassResult result, VerificationResult readBack, Optional<String> stopped) {
        Optional<String> itemFailure =
                result.firstFailure()
                        .map(
                                first ->
                                        "%d of %d items failed, the first one: %s"
                                                .formatted(
                                                        result.counts().failed(),
                                                        result.counts().total(),
                                                        first));
        return result.earlyStop()
                .map(earlyStop -> words(earlyStop, result))
                .or(() -> itemFailure)
                .or(() -> verificationFailure(readBack, stopped));
    }

    /// Reason of an early stop. For a pass that gave up, it includes the first failure.
    static String words(EarlyStop earlyStop, PassResult result) {
        return switch (earlyStop.cause()) {
            case INTERRUPTED, STALLED -> earlyStop.reason();
            case TOO_MANY_FAILURES ->
                    earlyStop.reason()
                            + result.firstFailure()
                                    .map(first -> "; the first one: " + first)
                                    .orElse("");
        };
    }

    private static Optional<String> verificationFailure(
            VerificationResult readBack, Optional<String> stopped) {
        return switch (readBack) {
            case VerificationResult.Done(Verification verification) -> verification.complaint();
            case VerificationResult.Omitted _ -> Optional.empty();
            case VerificationResult.Abandoned _ -> stopped;
            case VerificationResult.Impossible(String reason) ->
                    stopped.or(() -> Optional.of(reason));
        };
    }

    private PassRow row(
            PlannedTrial planned,
            PassSpec pass,
            Optional<WarmupSummary> warmup,
            PassRow.Ending ending,
            Optional<PassMeasures> measures,
            Instant startedAt,
            Optional<Duration> serverCpu) {
        TrialSpec spec = planned.spec();
        ItemsSummary summary = items.apply(pass.archive());
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
                        summary,
                        spec.concurrency(),
                        warmup.orElse(WarmupSummary.before(policy(planned))),
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

    /// Hash of everything that must be equal for passes to be comparable, as recorded in the row.
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
        PassRow.Software trialSoftware = software.apply(spec);
        return new Conditions(
                warmup.condition(),
                forks,
                spec.side(),
                trialSoftware.javaOptions(),
                trialSoftware.jdk(),
                trialSoftware.sdk(),
                trialSoftware.weft());
    }
}
