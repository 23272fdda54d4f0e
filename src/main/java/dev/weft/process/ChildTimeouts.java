package dev.weft.process;

import java.time.Duration;

/// Timeouts after which weft kills a child JVM.
///
/// @param stop time for the items in flight to finish after a request to stop the pass
/// @param end time for the child to exit after the end of its input
/// @param silence time without a message during a pass, on top of the stall limit of the pass
public record ChildTimeouts(Duration stop, Duration end, Duration silence) {
    /// Timeouts for all runs outside tests.
    public static final ChildTimeouts STANDARD =
            new ChildTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(1));
}
