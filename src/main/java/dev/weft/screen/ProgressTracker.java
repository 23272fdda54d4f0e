package dev.weft.screen;

import dev.weft.plan.Forecast;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.WarmupPolicy;
import dev.weft.run.Progress;
import dev.weft.run.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/// Tracks an experiment and takes snapshots of its progress. Safe for use by several threads.
public final class ProgressTracker {
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<PlannedTrial> trials;
    private final Function<Path, ItemsSummary> items;
    private final String where;
    private final Ticker ticker;
    private final RemainingTimeEstimator outlook;
    private final List<Integer> firstSteps = new ArrayList<>();
    private Optional<PlannedTrial> trial = Optional.empty();
    private Optional<PassProgress> pass = Optional.empty();
    private double startedAt;
    private boolean started;

    /// Key of steps that take about the same time.
    private record Kind(
            Optional<String> side,
            ModeName mode,
            int concurrency,
            Phase phase,
            Path archive,
            boolean first) {}

    /// @param trials trials of the experiment in their order
    /// @param items description of each zip
    /// @param where name of the target
    /// @param cores cores that the client and an embedded server share
    public ProgressTracker(
            List<PlannedTrial> trials,
            Function<Path, ItemsSummary> items,
            String where,
            int cores,
            Ticker ticker) {
        this.trials = List.copyOf(trials);
        this.items = items;
        this.where = where;
        this.ticker = ticker;
        List<RemainingTimeEstimator.Step> steps = new ArrayList<>();
        for (PlannedTrial each : trials) {
            firstSteps.add(steps.size());
            List<Duration> forecast = Forecast.passes(each, items, cores);
            for (int place = 0; place < forecast.size(); place++) {
                steps.add(
                        new RemainingTimeEstimator.Step(
                                kind(each, place),
                                forecast.get(place).toNanos() / NANOS_PER_SECOND));
            }
        }
        this.outlook = new RemainingTimeEstimator(steps);
    }

    private static Kind kind(PlannedTrial trial, int place) {
        PassSpec pass = trial.passes().get(place);
        return new Kind(
                trial.spec().side(),
                trial.spec().mode(),
                trial.spec().contract().poolSize(),
                pass.phase(),
                pass.archive(),
                place == 0);
    }

    /// Records the start of a trial. A trial outside of the experiment follows all others.
    synchronized void trialStarted(PlannedTrial begun) {
        trial = Optional.of(begun);
        pass = Optional.empty();
        if (!started) {
            started = true;
            startedAt = now();
        }
        step(begun, 0);
    }

    /// Records the start of a pass.
    ///
    /// @param progress source of the pass's progress
    synchronized void passStarted(PlannedTrial of, PassSpec begun, Supplier<Progress> progress) {
        int place = of.passes().indexOf(begun);
        if (place > 0) {
            step(of, place);
        }
        pass =
                Optional.of(
                        new PassProgress(
                                name(of, begun),
                                begun.warmup()
                                        .map(WarmupPolicy::mostUploads)
                                        .orElse(items.apply(begun.archive()).files()),
                                begun.warmup().flatMap(WarmupPolicy::mostTime),
                                begun.warmup()
                                        .filter(WarmupPolicy.Steady.class::isInstance)
                                        .isPresent(),
                                progress,
                                now()));
    }

    private void step(PlannedTrial of, int place) {
        int number = trials.indexOf(of);
        if (number < 0) {
            outlook.ended(now());
        } else {
            outlook.begun(firstSteps.get(number) + place, now());
        }
    }

    private String name(PlannedTrial trial, PassSpec pass) {
        List<PassSpec> alike =
                trial.passes().stream()
                        .filter(each -> each.phase() == pass.phase())
                        .filter(each -> each.archive().equals(pass.archive()))
                        .toList();
        String phase =
                archives(trial).size() == 1
                        ? pass.phase().label()
                        : pass.phase().label() + " " + items.apply(pass.archive()).archive();
        return alike.size() == 1
                ? phase
                : "%s %d of %d".formatted(phase, alike.indexOf(pass) + 1, alike.size());
    }

    private static List<Path> archives(PlannedTrial trial) {
        return trial.passes().stream().map(PassSpec::archive).distinct().toList();
    }

    /// Returns a snapshot; empty before the first trial.
    synchronized Optional<ProgressSnapshot> standing() {
        return trial.map(
                of -> {
                    double now = now();
                    Optional<PassProgress.Snapshot> passSnapshot =
                            pass.map(running -> running.snapshot(now));
                    return new ProgressSnapshot(
                            of.spec().mode(),
                            what(of),
                            where,
                            whole(
                                    of,
                                    now,
                                    passSnapshot
                                            .map(PassProgress.Snapshot::left)
                                            .orElse(OptionalDouble.empty())),
                            passSnapshot.map(PassProgress.Snapshot::step));
                });
    }

    private String what(PlannedTrial of) {
        List<Path> archives = archives(of);
        return "%s%s, %s, %d at once%s"
                .formatted(
                        of.spec().mode().label(),
                        of.spec().side().map(side -> ", " + side).orElse(""),
                        archives.size() == 1
                                ? items.apply(archives.getFirst()).archive()
                                : archives.size() + " zips",
                        of.spec().concurrency(),
                        trials.contains(of) ? "" : ", under the flight recorder");
    }

    private Optional<ProgressSnapshot.Whole> whole(
            PlannedTrial of, double now, OptionalDouble ofStep) {
        int number = trials.indexOf(of);
        if (number < 0) {
            return Optional.empty();
        }
        double left = outlook.left(now, ofStep);
        double gone = now - startedAt;
        return Optional.of(
                new ProgressSnapshot.Whole(
                        number + 1,
                        trials.size(),
                        left > 0 ? gone / (gone + left) : 1,
                        PassProgress.duration(left)));
    }

    private double now() {
        return ticker.nanos() / NANOS_PER_SECOND;
    }
}
