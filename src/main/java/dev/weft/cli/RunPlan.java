package dev.weft.cli;

import dev.weft.plan.CalibrationSpec;
import dev.weft.plan.Forecast;
import dev.weft.plan.Interleaving;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.Target;
import dev.weft.plan.WarmupLimit;
import dev.weft.record.PassRow;
import dev.weft.run.Manifest;
import dev.weft.run.Remainder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What an experiment does, against a target.
///
/// @param trials in their order, without what is done already
/// @param blocks of the whole experiment
record RunPlan(Target target, List<PlannedTrial> trials, int blocks, Archives archives) {
    /// What a calibration sends for a zip, and for the bandwidth, and how long it takes: see
    /// dev.weft.calibrate.
    private static final long CALIBRATION_UPLOADS = 200;

    private static final long BANDWIDTH_UPLOADS = 60;
    private static final long BANDWIDTH_BYTES = 220L << 20;
    private static final Duration CALIBRATION_TIME = Duration.ofSeconds(7);

    RunPlan {
        trials = List.copyOf(trials);
    }

    /// The plan of all sides.
    ///
    /// @param archives of each side
    /// @param done rows of the same run that were recorded before
    static RunPlan of(
            List<Side> sides,
            List<Archives> archives,
            Target target,
            RunPlace place,
            List<PassRow> done) {
        List<List<PlannedTrial>> trials = new ArrayList<>();
        for (int side = 0; side < sides.size(); side++) {
            trials.add(sides.get(side).trials(target, archives.get(side), place));
        }
        List<PlannedTrial> all = Interleaving.of(trials, sides.getFirst().request().seed());
        return new RunPlan(
                target,
                new Remainder(done).of(all),
                all.getLast().block(),
                Archives.merged(archives));
    }

    /// What it sends and how long it takes, with the calibration and the diagnosis where these are
    /// asked for.
    Forecast forecast(RunOptions options) {
        List<PlannedTrial> all = new ArrayList<>(trials);
        if (options.diagnose) {
            all.addAll(
                    new DiagnosticPlan(
                                    archives::items,
                                    new WarmupLimit(options.warmupUploads, RunOptions.WARMUP_TIME),
                                    Path.of(""))
                            .trials(trials));
        }
        Forecast forecast =
                Forecast.of(all, archives::items, Runtime.getRuntime().availableProcessors());
        if (options.calibrate) {
            forecast = forecast.with(calibrationForecast());
        }
        return target.kind() == Target.Kind.EMBEDDED
                ? forecast.after(EmbeddedTarget.WARMUP.time())
                : forecast;
    }

    /// At most: as if the zips had nothing in common.
    private Forecast calibrationForecast() {
        long puts = 0;
        long bytes = 0;
        for (Manifest manifest : archives.manifests().values()) {
            puts += CALIBRATION_UPLOADS;
            bytes += CALIBRATION_UPLOADS * manifest.items().bytes() / manifest.items().files();
        }
        return new Forecast(puts + BANDWIDTH_UPLOADS, bytes + BANDWIDTH_BYTES, 2, CALIBRATION_TIME);
    }

    /// What is to be calibrated for it.
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
}
