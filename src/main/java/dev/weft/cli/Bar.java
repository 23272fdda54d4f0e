package dev.weft.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A bar that moves where a person watches, and nothing elsewhere.
sealed interface Bar extends AutoCloseable {
    /// How far it is.
    void stepTo(long done);

    @Override
    void close();

    /// What is counted.
    enum Unit {
        FILES(" files", 1),
        BYTES(" MiB", 1024 * 1024);

        private final String name;
        private final long size;

        Unit(String name, long size) {
            this.name = name;
            this.size = size;
        }
    }

    /// A bar on standard error, where a person watches.
    ///
    /// @param quiet nobody wants to see it
    /// @param name what is done
    /// @param total of steps
    static Bar of(Terminal terminal, boolean quiet, String name, long total, Unit unit) {
        return terminal.watched() && !quiet ? new Moving(name, total, unit) : new Hidden();
    }

    /// No bar.
    record Hidden() implements Bar {
        @Override
        public void stepTo(long done) {}

        @Override
        public void close() {}
    }

    /// A bar of the library.
    final class Moving implements Bar {
        private final ProgressBar bar;

        private Moving(String name, long total, Unit unit) {
            this.bar =
                    new ProgressBarBuilder()
                            .setTaskName(name)
                            .setInitialMax(total)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setUpdateIntervalMillis(100)
                            .setUnit(unit.name, unit.size)
                            .showSpeed()
                            .clearDisplayOnFinish()
                            .setConsumer(new ConsoleProgressBarConsumer(System.err))
                            .build();
        }

        @Override
        public void stepTo(long done) {
            bar.stepTo(done);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
