package dev.weft.plan;

/// Limits of the unzipped size of an archive. An archive beyond them is rejected before any upload.
///
/// @param ratio largest ratio of unzipped to zipped size, of each file and of the whole archive;
///   ignored up to [#RATIO_FROM_BYTES]
/// @param bytes largest unzipped size of all files together
public record UnzipLimits(long ratio, long bytes) {
    /// Unzipped size that is harmless at any ratio.
    public static final long RATIO_FROM_BYTES = 16L << 20;

    /// Largest ratio of deflate: two bits for a match of 258 bytes.
    public static final long DEFLATE_RATIO = 1032;

    /// Default limits. Archives in use stay far below them. Archives made to do harm have a ratio
    /// near [#DEFLATE_RATIO].
    public static final UnzipLimits STANDARD = new UnzipLimits(1_000, 1L << 40);

    public UnzipLimits {
        if (ratio < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "the limits %d to 1 and %d bytes must be at least 1".formatted(ratio, bytes));
        }
    }

    /// Returns whether the ratio of sizes exceeds the limit.
    public boolean exceedsRatio(long unzippedBytes, long zippedBytes) {
        return unzippedBytes > RATIO_FROM_BYTES && Math.ceilDiv(unzippedBytes, ratio) > zippedBytes;
    }

    /// Returns whether a total unzipped size exceeds the limit.
    public boolean exceedsBytes(long unzippedBytes) {
        return unzippedBytes > bytes;
    }
}
