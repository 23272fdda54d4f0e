package dev.weft.calibrate;

import java.time.Duration;

/// How often something is repeated: up to a number or a time, whichever comes first, but not less
/// than a few times unless even those take too long.
///
/// @param most repetitions
/// @param time after which no other begins, once there are enough
/// @param least repetitions that are enough
/// @param longest after which no other begins in any case
record RepetitionRule(int most, Duration time, int least, Duration longest) {
    /// Rounds over several connections until the code is compiled.
    static final RepetitionRule ROUNDS =
            new RepetitionRule(40, Duration.ofMillis(1500), 1, Duration.ofSeconds(10));

    /// Until the connection is warm and the server has seen items of this kind.
    static final RepetitionRule WARMUP =
            new RepetitionRule(50, Duration.ofSeconds(1), 3, Duration.ofSeconds(10));

    /// What is measured.
    static final RepetitionRule MEASURED =
            new RepetitionRule(150, Duration.ofSeconds(3), 10, Duration.ofSeconds(30));

    /// Whether there is to be another repetition. The first one is always made.
    boolean goesOn(int made, long elapsedNanos) {
        if (made == 0) {
            return true;
        }
        Duration limit = made < least ? longest : time;
        return made < most && elapsedNanos < limit.toNanos();
    }
}
