package dev.weft.server;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/// Numbers that look random and follow from a seed and from what they are for, never from the order
/// in which they are asked for.
final class SeededDraws {
    private static final long SECOND_KEY = 0x77656674;
    private static final double UNIT = 0x1p-53;

    private final HashFunction hash;

    SeededDraws(long seed) {
        this.hash = Hashing.sipHash24(seed, SECOND_KEY);
    }

    /// A number from 0, which it may be, to 1, which it is not.
    ///
    /// @param purpose what it decides
    double of(String purpose, String item) {
        long bits = hash.hashString(purpose + "\n" + item, StandardCharsets.UTF_8).asLong();
        return (bits >>> 11) * UNIT;
    }

    /// A number with the standard normal distribution, by Box and Muller's transform.
    double normal(String purpose, String item) {
        // 1 less what may be 0: its logarithm is finite.
        double radius = Math.sqrt(-2 * Math.log(1 - of(purpose + " radius", item)));
        return radius * Math.cos(2 * Math.PI * of(purpose + " angle", item));
    }
}
