package dev.weft.plot;

import dev.weft.plan.Phase;
import java.util.Objects;
import java.util.Optional;

/// What a picture shows and how large it is.
///
/// @param run whose passes; empty for the newest that can be drawn
/// @param phase which passes
/// @param logarithmic logarithmic axes, instead of a second panel that enlarges the fast modes
/// @param width in pixels
/// @param height in pixels
/// @param title instead of the one that says what was measured
public record PlotOptions(
        Optional<String> run,
        Phase phase,
        boolean logarithmic,
        int width,
        int height,
        Optional<String> title) {
    /// The least and the most that width and height may be, in pixels.
    public static final int SMALLEST = 300;

    /// See [#SMALLEST].
    public static final int LARGEST = 4_000;

    public PlotOptions {
        Objects.requireNonNull(run);
        Objects.requireNonNull(phase);
        Objects.requireNonNull(title);
        for (int length : new int[] {width, height}) {
            if (length < SMALLEST || length > LARGEST) {
                throw new IllegalArgumentException(
                        "a picture of %d x %d pixels: each must be from %d to %d"
                                .formatted(width, height, SMALLEST, LARGEST));
            }
        }
    }
}
