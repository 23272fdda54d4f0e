package dev.weft.cli;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.ItemRow;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.run.ExperimentListener;
import dev.weft.run.ItemListener;
import dev.weft.run.Ticker;
import dev.weft.run.Trial;
import dev.weft.screen.Animation;
import dev.weft.screen.DemoFrame;
import dev.weft.screen.Terminal;
import dev.weft.screen.UploadLanes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows each upload of a demonstration on a terminal. Safe for use by several threads.
final class DemoDisplay implements ExperimentListener, ItemListener, AutoCloseable {
    private final Terminal terminal;
    private final DemoDesign design;
    private final Ticker ticker;
    private final Optional<Animation> animation;
    private final Map<ModeName, DemoFrame.Bar> bars = new EnumMap<>(ModeName.class);
    private Optional<Running> running = Optional.empty();

    /// A pass.
    ///
    /// @param wall wall time; empty until the pass ends
    private record Running(
            ModeName mode, long startNanos, UploadLanes lanes, Optional<Duration> wall) {}

    /// @param shown whether to draw an animation
    DemoDisplay(Terminal terminal, boolean shown, DemoDesign design, Ticker ticker) {
        this.terminal = terminal;
        this.design = design;
        this.ticker = ticker;
        for (ModeName mode : ModeName.values()) {
            bars.put(mode, new DemoFrame.Bar(mode, Duration.ZERO, ""));
        }
        this.animation =
                shown
                        ? Optional.of(
                                terminal.animation(
                                        size -> scene().lines(size, terminal.features())))
                        : Optional.empty();
    }

    /// Returns the current frame.
    synchronized DemoFrame scene() {
        List<DemoFrame.Bar> shown = new ArrayList<>(bars.values());
        running.filter(pass -> pass.wall().isEmpty())
                .ifPresent(
                        pass ->
                                shown.set(
                                        shown.indexOf(bars.get(pass.mode())),
                                        new DemoFrame.Bar(pass.mode(), now(pass), note(pass))));
        return new DemoFrame(
                design.title(),
                shown,
                design.expected(ModeName.SEQUENTIAL),
                running.map(
                        pass ->
                                new DemoFrame.Picture(
                                        pass.mode(),
                                        pass.lanes().now(),
                                        now(pass),
                                        design.expected(pass.mode()))));
    }

    private static String note(Running pass) {
        long ended =
                pass.lanes().now().stream()
                        .flatMap(List::stream)
                        .filter(upload -> upload.endedNanos().isPresent())
                        .count();
        return "%d of %d".formatted(ended, DemoDesign.FILES);
    }

    private Duration now(Running pass) {
        return pass.wall().orElseGet(() -> Duration.ofNanos(ticker.nanos() - pass.startNanos()));
    }

    @Override
    public synchronized void trialStarted(PlannedTrial trial) {
        ModeName mode = trial.spec().mode();
        bars.put(mode, new DemoFrame.Bar(mode, Duration.ZERO, "warming up"));
    }

    @Override
    public synchronized void passStarted(PlannedTrial trial, PassSpec pass, Trial trialRunning) {
        if (pass.phase() == Phase.WARM) {
            running =
                    Optional.of(
                            new Running(
                                    trial.spec().mode(),
                                    ticker.nanos(),
                                    new UploadLanes(),
                                    Optional.empty()));
        }
    }

    @Override
    public void handedOut(int pass, int index, long handedOutNanos) {
        lanes(pass).ifPresent(lanes -> lanes.begun(index, handedOutNanos));
    }

    @Override
    public void ended(ItemRow row) {
        lanes(row.pass())
                .ifPresent(
                        lanes ->
                                lanes.ended(
                                        row.index(), row.endedNanos(), row.failure().isPresent()));
    }

    /// Returns the lanes of a pass; empty for a warm-up.
    private synchronized Optional<UploadLanes> lanes(int pass) {
        return running.filter(_ -> pass > 0).map(Running::lanes);
    }

    @Override
    public void passEnded(PlannedTrial trial, PassSpec pass) {}

    @Override
    public synchronized void passRecorded(PassRow row) {
        ModeName mode = row.setting().mode();
        Duration wall = row.measures().map(measures -> measures.wall()).orElse(Duration.ZERO);
        bars.put(
                mode,
                new DemoFrame.Bar(
                        mode,
                        wall,
                        row.measures().isPresent()
                                ? FigureFormat.seconds(wall)
                                : row.ending().status().label()));
        running =
                running.map(
                        pass ->
                                new Running(
                                        pass.mode(),
                                        pass.startNanos(),
                                        pass.lanes(),
                                        Optional.of(wall)));
        if (row.ending().status() != PassStatus.OK) {
            warned(
                    "%s: %s: %s"
                            .formatted(
                                    mode.label(),
                                    row.ending().status().label(),
                                    row.ending().failure().orElse("")));
        }
    }

    @Override
    public void warned(String sentence) {
        terminal.printMessage(sentence, animation);
    }

    /// Ends the animation and leaves the times of the modes on the screen.
    void leave() {
        animation.ifPresent(
                shown ->
                        shown.endWith(
                                size -> scene().withoutPicture().lines(size, terminal.features())));
    }

    @Override
    public void close() {
        animation.ifPresent(Animation::close);
    }
}
