package dev.weft.screen;

import dev.weft.screen.BarLine.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Progress bar on standard error. Draws nothing where standard error is no terminal.
public final class ProgressBar implements AutoCloseable {
    private final String name;
    private final long total;
    private final Unit unit;
    private final Optional<Animation> animation;
    private volatile LongSupplier completed = () -> 0;

    /// Unit of the count.
    public enum Unit {
        FILES("", 1),
        BYTES(" MiB", 1024 * 1024);

        private final String name;
        private final long size;

        Unit(String name, long size) {
            this.name = name;
            this.size = size;
        }
    }

    /// Starts to draw the bar.
    ///
    /// @param quiet whether to draw nothing
    /// @param name label of the work
    /// @param total number of files or bytes
    public ProgressBar(Terminal terminal, boolean quiet, String name, long total, Unit unit) {
        this.name = name;
        this.total = Math.max(1, total);
        this.unit = unit;
        this.animation =
                quiet || !terminal.animated()
                        ? Optional.empty()
                        : Optional.of(
                                terminal.animation(
                                        size ->
                                                BarLine.fitted(
                                                        List.of(line()),
                                                        size.columns() - 1,
                                                        terminal.features())));
    }

    private BarLine line() {
        long count = completed.getAsLong();
        return new BarLine(
                name,
                Optional.empty(),
                (double) count / total,
                List.of(
                        new Field(
                                "%,d of %,d%s"
                                        .formatted(count / unit.size, total / unit.size, unit.name),
                                1)));
    }

    /// Follows a counter of completed files or bytes from now on.
    public void follow(LongSupplier count) {
        completed = count;
    }

    /// Sets the number of completed files or bytes.
    public void stepTo(long count) {
        completed = () -> count;
    }

    @Override
    public void close() {
        animation.ifPresent(Animation::close);
    }
}
