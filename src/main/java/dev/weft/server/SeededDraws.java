package dev.weft.server;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/// Pseudorandom numbers that depend on a seed and their purpose, but not on the order of the calls.
final class SeededDraws {
    private static final long SECOND_KEY = 0x77656674;
    private static final double UNIT = 0x1p-53;

    private final HashFunction hash;

    SeededDraws(long seed) {
        this.hash = Hashing.sipHash24(seed, SECOND_KEY);
    }

    /// Returns a number in [0, 1).
    ///
    /// @param purpose decision that uses the number
    double of(String purpose, String item) {
        long bits = hash.hashString(purpose + "\n" + item, StandardCharsets.UTF_8).asLong();
        return (bits >>> 11) * UNIT;
    }

    /// Returns a number with the standard normal distribution (Box-Muller transform).
    double normal(String purpose, String item) {
        // The argument is above 0, so the logarithm is finite.
        double radius = Math.sqrt(-2 * Math.log(1 - of(purpose + " radius", item)));
        return radius * Math.cos(2 * Math.PI * of(purpose + " angle", item));
    }
}
