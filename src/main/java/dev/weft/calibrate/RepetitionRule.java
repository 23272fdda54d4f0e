package dev.weft.calibrate;

import java.time.Duration;

/// Limits the repetitions of a measurement by number and time.
///
/// @param most largest number of repetitions
/// @param time limit after `least` repetitions: no further repetition starts after it
/// @param least number of repetitions from which `time` applies
/// @param longest time limit before `least` repetitions
record RepetitionRule(int most, Duration time, int least, Duration longest) {
    /// Rounds over several connections, until the JVM has compiled the upload code.
    static final RepetitionRule ROUNDS =
            new RepetitionRule(40, Duration.ofMillis(1500), 1, Duration.ofSeconds(10));

    /// Uploads that warm up the connection and the server for this kind of item.
    static final RepetitionRule WARMUP =
            new RepetitionRule(50, Duration.ofSeconds(1), 3, Duration.ofSeconds(10));

    /// Measured uploads.
    static final RepetitionRule MEASURED =
            new RepetitionRule(150, Duration.ofSeconds(3), 10, Duration.ofSeconds(30));

    /// Returns whether to make another repetition. Always true for the first one.
    boolean goesOn(int made, long elapsedNanos) {
        if (made == 0) {
            return true;
        }
        Duration limit = made < least ? longest : time;
        return made < most && elapsedNanos < limit.toNanos();
    }
}
