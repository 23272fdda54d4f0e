package dev.weft.cli;

import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.Damage;
import dev.weft.record.PassRow;
import dev.weft.record.Status;
import dev.weft.run.ExperimentListener;
import dev.weft.run.Trial;
import java.util.List;
import java.util.Optional;

/// Shows on standard error how an experiment goes: a bar a pass where a person watches, and every
/// complaint.
final class RunDisplay implements ExperimentListener, AutoCloseable {
    private final Terminal terminal;
    private final boolean quiet;
    private final int trials;
    private final Archives archives;
    private int trialNumber;
    private Optional<Watch> watch = Optional.empty();

    RunDisplay(Terminal terminal, boolean quiet, List<PlannedTrial> trials, Archives archives) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.trials = trials.size();
        this.archives = archives;
    }

    @Override
    public void trialStarted(PlannedTrial trial) {
        trialNumber++;
    }

    @Override
    public void passStarted(PlannedTrial trial, PassSpec pass, Trial running) {
        Bar bar = Bar.of(terminal, quiet, name(trial, pass), total(pass), Bar.Unit.FILES);
        watch = Optional.of(Watch.over(bar, running::progress));
    }

    @Override
    public void passEnded(PlannedTrial trial, PassSpec pass) {
        close();
    }

    @Override
    public void passRecorded(PassRow row) {
        if (row.ending().status() != Status.OK) {
            warned(
                    "%s, %s pass of %d files: %s: %s"
                            .formatted(
                                    row.setting().mode().label(),
                                    row.setting().phase().label(),
                                    row.setting().items().files(),
                                    row.ending().status().label(),
                                    row.ending().failure().orElse("")));
        }
    }

    @Override
    public void warned(String sentence) {
        terminal.err().println("weft: " + sentence);
        terminal.err().flush();
    }

    /// A line that a crash had left unfinished was set aside.
    void repaired(Damage damage) {
        warned(damage.sentence());
    }

    private String name(PlannedTrial trial, PassSpec pass) {
        return "%d/%d %s %s"
                .formatted(trialNumber, trials, trial.spec().mode().label(), pass.phase().label());
    }

    private long total(PassSpec pass) {
        return pass.phase() == Phase.WARMUP
                ? pass.warmup().orElseThrow().uploads()
                : archives.items(pass.archive()).files();
    }

    @Override
    public void close() {
        watch.ifPresent(Watch::close);
        watch = Optional.empty();
    }
}
