package dev.weft.cli;

import dev.weft.plan.PassSpec;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.CorruptLine;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.run.ExperimentListener;
import dev.weft.run.Trial;
import dev.weft.screen.Animation;
import dev.weft.screen.ProgressSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Shows on standard error how an experiment goes, and every complaint: lines that move where a
/// person watches, and elsewhere one for each trial and one every half a minute.
final class RunDisplay implements ExperimentListener, AutoCloseable {
    private static final long LINE_SECONDS = 30;

    private final Terminal terminal;
    private final boolean quiet;
    private final ProgressTracker course;

    /// How the last pass that did not end well ended, and why.
    private String told = "";

    private Optional<Animation> animation = Optional.empty();
    private Optional<ScheduledExecutorService> lines = Optional.empty();

    RunDisplay(Terminal terminal, boolean quiet, ProgressTracker course) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.course = course;
    }

    @Override
    public void trialStarted(PlannedTrial trial) {
        course.trialStarted(trial);
        if (quiet) {
            return;
        }
        if (!terminal.watched()) {
            tellInLines();
        } else if (animation.isEmpty()) {
            animation =
                    Optional.of(
                            terminal.animation(
                                    size ->
                                            course.standing()
                                                    .map(now -> lines(now, size.columns() - 1))
                                                    .orElse(List.of())));
        }
    }

    private List<String> lines(ProgressSnapshot standing, int cells) {
        return standing.lines(cells, terminal.look());
    }

    private void tellInLines() {
        lines.ifPresent(ScheduledExecutorService::shutdownNow);
        tell();
        ScheduledExecutorService often =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("weft-lines").factory());
        var _ = often.scheduleAtFixedRate(this::tell, LINE_SECONDS, LINE_SECONDS, TimeUnit.SECONDS);
        lines = Optional.of(often);
    }

    private void tell() {
        course.standing().map(ProgressSnapshot::sentence).ifPresent(this::warned);
    }

    @Override
    public void passStarted(PlannedTrial trial, PassSpec pass, Trial running) {
        course.passStarted(trial, pass, running::progress);
    }

    @Override
    public void passEnded(PlannedTrial trial, PassSpec pass) {}

    @Override
    public void passRecorded(PassRow row) {
        if (row.ending().status() != PassStatus.OK) {
            String ending =
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
                                    ending.equals(told)
                                            ? row.ending().status().label() + " as before"
                                            : ending));
            told = ending;
        }
    }

    @Override
    public void warned(String sentence) {
        terminal.say(sentence, animation);
    }

    /// A line that a crash had left unfinished was set aside.
    void repaired(CorruptLine damage) {
        warned(damage.sentence());
    }

    /// Shows nothing until the next trial.
    void rest() {
        animation.ifPresent(Animation::close);
        animation = Optional.empty();
        lines.ifPresent(ScheduledExecutorService::shutdownNow);
        lines = Optional.empty();
    }

    @Override
    public void close() {
        rest();
    }
}
