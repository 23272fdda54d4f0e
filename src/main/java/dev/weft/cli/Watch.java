package dev.weft.cli;

import dev.weft.run.Progress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A bar that follows something that goes on elsewhere, until it is closed.
final class Watch implements AutoCloseable {
    private static final long REFRESH_MILLIS = 100;

    private final Bar bar;
    private final ScheduledExecutorService refresher =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("weft-watch").factory());

    private Watch(Bar bar) {
        this.bar = bar;
    }

    /// Shows how far it is, every tenth of a second.
    static Watch over(Bar bar, Supplier<Progress> progress) {
        Watch watch = new Watch(bar);
        var _ =
                watch.refresher.scheduleWithFixedDelay(
                        () -> bar.stepTo(progress.get().done()),
                        REFRESH_MILLIS,
                        REFRESH_MILLIS,
                        TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public void close() {
        refresher.shutdownNow();
        bar.close();
    }
}
