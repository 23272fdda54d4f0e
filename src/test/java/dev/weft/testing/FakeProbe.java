package dev.weft.testing;

import dev.weft.probe.ProcessProbe;
import dev.weft.record.ResourceUsage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// A probe that reports the same for every pass.
public final class FakeProbe implements ProcessProbe {
    /// The reported usage.
    public static final ResourceUsage USAGE =
            new ResourceUsage(
                    Optional.of(Duration.ofMillis(10)),
                    Optional.of(new ResourceUsage.Switches(12, 3)),
                    OptionalLong.of(123L << 20),
                    7,
                    Optional.of(
                            new ResourceUsage.Collections(
                                    2, Duration.ofMillis(5), OptionalLong.of(16L << 20))),
                    Optional.of(Duration.ofMillis(1)),
                    OptionalLong.of(32L << 20));

    private int waits;

    @Override
    public Watch watch() {
        return () -> USAGE;
    }

    @Override
    public void awaitIdle(Duration limit) {
        waits++;
    }

    /// Number of waits for an idle process.
    public int waits() {
        return waits;
    }
}
