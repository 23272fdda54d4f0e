package dev.weft.screen;

import dev.weft.csv.CorruptLine;
import dev.weft.plan.PassSpec;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.run.ExperimentListener;
import dev.weft.run.Trial;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Shows the progress of an experiment on standard error, and prints warnings and failed passes.
///
/// A terminal shows live lines. Any other output gets a line for each trial and one every 30
/// seconds.
public final class RunDisplay implements ExperimentListener, AutoCloseable {
    private static final long LINE_SECONDS = 30;

    private final Terminal terminal;
    private final boolean quiet;
    private final ProgressTracker tracker;

    /// Status and reason of the last failed pass.
    private String lastFailure = "";

    private Optional<Animation> animation = Optional.empty();
    private Optional<ScheduledExecutorService> lineScheduler = Optional.empty();

    public RunDisplay(Terminal terminal, boolean quiet, ProgressTracker tracker) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.tracker = tracker;
    }

    @Override
    public void trialStarted(PlannedTrial trial) {
        tracker.trialStarted(trial);
        if (quiet) {
            return;
        }
        if (!terminal.animated()) {
            startLines();
        } else if (animation.isEmpty()) {
            animation =
                    Optional.of(
                            terminal.animation(
                                    size ->
                                            tracker.standing()
                                                    .map(now -> lines(now, size.columns() - 1))
                                                    .orElse(List.of())));
        }
    }

    private List<String> lines(ProgressSnapshot snapshot, int cells) {
        return snapshot.lines(cells, terminal.features());
    }

    private void startLines() {
        lineScheduler.ifPresent(ScheduledExecutorService::shutdownNow);
        printLine();
        ScheduledExecutorService scheduler =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("weft-lines").factory());
        var _ =
                scheduler.scheduleAtFixedRate(
                        this::printLine, LINE_SECONDS, LINE_SECONDS, TimeUnit.SECONDS);
        lineScheduler = Optional.of(scheduler);
    }

    private void printLine() {
        tracker.standing().map(ProgressSnapshot::sentence).ifPresent(this::warned);
    }

    @Override
    public void passStarted(PlannedTrial trial, PassSpec pass, Trial running) {
        tracker.passStarted(trial, pass, running::progress);
    }

    @Override
    public void passEnded(PlannedTrial trial, PassSpec pass) {}

    @Override
    public void passRecorded(PassRow row) {
        if (row.ending().status() != PassStatus.OK) {
            String failure =
                    "%s: %s"
                            .formatted(
                                    row.ending().status().label(),
                                    row.ending().failure().orElse(""));
            warned(
                    "%s, %s pass of %d files: %s"
                            .formatted(
                                    row.setting().mode().label(),
                                    row.setting().phase().label(),
                                    row.setting().items().files(),
                                    failure.equals(lastFailure)
                                            ? row.ending().status().label() + " as before"
                                            : failure));
            lastFailure = failure;
        }
    }

    @Override
    public void warned(String sentence) {
        terminal.printMessage(sentence, animation);
    }

    /// Prints a message about a line that was moved to another file, such as an incomplete line
    /// after a crash.
    public void repaired(CorruptLine line) {
        warned(line.sentence());
    }

    /// Stops the display until the next trial.
    public void rest() {
        animation.ifPresent(Animation::close);
        animation = Optional.empty();
        lineScheduler.ifPresent(ScheduledExecutorService::shutdownNow);
        lineScheduler = Optional.empty();
    }

    @Override
    public void close() {
        rest();
    }
}
