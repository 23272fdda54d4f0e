package dev.weft.plot;

/// Maps moments to horizontal positions in a picture.
///
/// @param left position of 0
/// @param right position of the end of the axis
record TimeScale(TimeAxis axis, double left, double right) {
    /// Returns the position of a moment; moments beyond the axis map to its end.
    double x(double seconds) {
        return left + (right - left) * Math.min(1, seconds / axis.endSeconds());
    }

    /// Returns the position of a moment given in nanoseconds.
    double x(long nanos) {
        return x(ModeWeave.seconds(nanos));
    }
}
