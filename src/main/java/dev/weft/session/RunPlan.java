package dev.weft.session;

import dev.weft.calibrate.CalibrationForecast;
import dev.weft.machine.SecretMasker;
import dev.weft.plan.BucketProperties;
import dev.weft.plan.CalibrationSpec;
import dev.weft.plan.Forecast;
import dev.weft.plan.Interleaving;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.RequestCounts;
import dev.weft.plan.Target;
import dev.weft.plan.WarmupPolicy;
import dev.weft.record.PassRow;
import dev.weft.runjson.RunDesign;
import dev.weft.verify.ArchiveManifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Plan of an experiment against a target.
///
/// @param trials remaining trials in their order
/// @param blocks number of blocks of the whole experiment
record RunPlan(
        RunRequest request,
        Target target,
        List<PlannedTrial> trials,
        int blocks,
        Archives archives) {
    /// Requests of the first check: one listing to test the access, and three reads of the bucket's
    /// properties.
    private static final RequestCounts FIRST_LOOK = new RequestCounts(0, 1, 3, 0);

    RunPlan {
        trials = List.copyOf(trials);
    }

    /// Returns the plan of all variants.
    ///
    /// @param archives zips of each variant
    /// @param done already recorded rows of the same run
    static RunPlan of(
            List<Variant> sides,
            List<Archives> archives,
            Target target,
            RunFiles place,
            List<PassRow> done) {
        List<List<PlannedTrial>> trials = new ArrayList<>();
        for (int side = 0; side < sides.size(); side++) {
            trials.add(sides.get(side).trials(target, archives.get(side), place));
        }
        List<PlannedTrial> all =
                Interleaving.of(trials, sides.getFirst().request().amount().seed());
        return new RunPlan(
                sides.getFirst().request(),
                target,
                new ResumePlanner(done).of(all),
                all.getLast().block(),
                Archives.merged(archives));
    }

    /// Returns the upper bound of requests, bytes and time, from the first listing to the last
    /// deletion. Includes calibration and diagnosis if they are requested.
    ///
    /// @param traits properties of the bucket
    Forecast forecast(BucketProperties traits) {
        Forecast own = own(traits);
        return own.with(
                switch (target.kind()) {
                    case EMBEDDED ->
                            EmbeddedTarget.warmUpForecast(archives.first(), serverWarmup(own));
                    case CONFIGURED -> new Forecast(FIRST_LOOK, 0, Duration.ZERO);
                });
    }

    /// Returns the warm-up policy of an embedded server.
    WarmupPolicy serverWarmup() {
        return serverWarmup(own(BucketProperties.PLAIN));
    }

    private WarmupPolicy serverWarmup(Forecast own) {
        boolean steady =
                request.judging().calibrate()
                        && request.amount().warmup() instanceof WarmupPolicy.Steady;
        return steady ? EmbeddedTarget.WARMUP : EmbeddedTarget.warmup(own.requests().puts());
    }

    private Forecast own(BucketProperties traits) {
        Forecast trials =
                Forecast.of(
                        allTrials(),
                        this::zip,
                        new Forecast.Care(
                                traits, request.output().verify(), request.output().keepObjects()),
                        Runtime.getRuntime().availableProcessors());
        return request.judging().calibrate() ? trials.with(calibrationForecast(traits)) : trials;
    }

    private List<PlannedTrial> allTrials() {
        List<PlannedTrial> all = new ArrayList<>(trials);
        if (request.judging().diagnose()) {
            all.addAll(
                    new DiagnosticPlan(archives::items, request.amount().warmup(), Path.of(""))
                            .trials(trials));
        }
        return all;
    }

    private Forecast.Zip zip(Path archive) {
        return Archives.zip(archives.manifest(archive));
    }

    private Forecast calibrationForecast(BucketProperties traits) {
        return new CalibrationForecast(calibration().connections(), traits.keepsVersions())
                .of(archives.manifests().values());
    }

    /// Returns the calibration of the plan.
    CalibrationSpec calibration() {
        PlannedTrial widest =
                trials.stream()
                        .max(Comparator.comparingInt(trial -> trial.spec().contract().poolSize()))
                        .orElseThrow();
        return new CalibrationSpec(
                widest.spec().runId(),
                List.copyOf(archives.manifests().keySet()),
                widest.passes().getFirst().limits(),
                widest.spec().contract().poolSize(),
                widest.spec().contract(),
                target);
    }

    /// Returns the design in the form of `run.json`.
    RunDesign design() {
        return new RunDesign(
                request.work().workload(),
                request.work().modes(),
                archives.loads().stream()
                        .map(
                                load ->
                                        new RunDesign.Load(
                                                load.concurrency(),
                                                load.archives().stream()
                                                        .map(path -> archives.items(path).archive())
                                                        .toList()))
                        .toList(),
                archives.manifests().values().stream().map(ArchiveManifest::items).toList(),
                request.amount().repetitions(),
                request.amount().passes(),
                Optional.of(request.amount().warmup().label()),
                request.amount().warmup().mostUploads(),
                request.amount()
                        .warmup()
                        .mostTime()
                        .map(time -> OptionalLong.of(time.toMillis()))
                        .orElse(OptionalLong.empty()),
                request.amount().coldOnly(),
                request.amount().seed(),
                request.amount().forked() ? 1 : 0,
                request.output().verify(),
                SecretMasker.masked(request.amount().javaOptions()));
    }
}
