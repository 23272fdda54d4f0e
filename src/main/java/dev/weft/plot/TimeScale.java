package dev.weft.plot;

/// Where moments are in a picture.
///
/// @param left where 0 is
/// @param right where the axis ends
record TimeScale(TimeAxis axis, double left, double right) {
    /// Where a moment is; what is beyond the axis is at its end.
    double x(double seconds) {
        return left + (right - left) * Math.min(1, seconds / axis.endSeconds());
    }

    /// Where a moment of a row is, likewise.
    double x(long nanos) {
        return x(ModeWeave.seconds(nanos));
    }
}
