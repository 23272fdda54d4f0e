package dev.weft.cli;

import dev.weft.screen.Animation;
import dev.weft.screen.BarLine;
import dev.weft.screen.BarLine.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A bar that moves where a person watches, and nothing elsewhere.
final class ProgressBar implements AutoCloseable {
    private final String name;
    private final long total;
    private final Unit unit;
    private final Optional<Animation> animation;
    private volatile LongSupplier done = () -> 0;

    /// What is counted.
    enum Unit {
        FILES("", 1),
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
    ProgressBar(Terminal terminal, boolean quiet, String name, long total, Unit unit) {
        this.name = name;
        this.total = Math.max(1, total);
        this.unit = unit;
        this.animation =
                quiet || !terminal.watched()
                        ? Optional.empty()
                        : Optional.of(
                                terminal.animation(
                                        size ->
                                                BarLine.fitted(
                                                        List.of(line()),
                                                        size.columns() - 1,
                                                        terminal.look())));
    }

    private BarLine line() {
        long steps = done.getAsLong();
        return new BarLine(
                name,
                Optional.empty(),
                (double) steps / total,
                List.of(
                        new Field(
                                "%,d of %,d%s"
                                        .formatted(steps / unit.size, total / unit.size, unit.name),
                                1)));
    }

    /// Shows from now on how far something else is.
    void follow(LongSupplier steps) {
        done = steps;
    }

    /// How far it is.
    void stepTo(long steps) {
        done = () -> steps;
    }

    @Override
    public void close() {
        animation.ifPresent(Animation::close);
    }
}
