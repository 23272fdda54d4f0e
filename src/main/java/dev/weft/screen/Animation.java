package dev.weft.screen;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// Draws ten frames a second until it is closed.
public final class Animation implements AutoCloseable {
    private static final long FRAME_MILLIS = 100;

    private final LinePainter painter;
    private final Supplier<TerminalWindow.Size> size;
    private final ScheduledExecutorService drawing =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("weft-screen").factory());

    private Animation(LinePainter painter, Supplier<TerminalWindow.Size> size) {
        this.painter = painter;
        this.size = size;
    }

    /// Starts to draw.
    ///
    /// @param frames returns the current lines for a window size; called on one thread
    public static Animation of(
            LinePainter painter,
            Supplier<TerminalWindow.Size> size,
            Function<TerminalWindow.Size, List<String>> frames) {
        Animation animation = new Animation(painter, size);
        var _ =
                animation.drawing.scheduleWithFixedDelay(
                        () -> {
                            TerminalWindow.Size now = size.get();
                            painter.draw(frames.apply(now), now);
                        },
                        0,
                        FRAME_MILLIS,
                        TimeUnit.MILLISECONDS);
        return animation;
    }

    /// Prints a line above the frames.
    public void printAbove(String line) {
        painter.printAbove(line, size.get());
    }

    /// Draws a last frame that stays on the screen.
    public void endWith(Function<TerminalWindow.Size, List<String>> frame) {
        drawing.shutdownNow();
        TerminalWindow.Size now = size.get();
        painter.draw(frame.apply(now), now);
        painter.leave();
    }

    /// Stops, and erases the last frame.
    @Override
    public void close() {
        drawing.shutdownNow();
        painter.end(size.get());
    }
}
