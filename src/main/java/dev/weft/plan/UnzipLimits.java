package dev.weft.plan;

/// What an archive may unzip to: a small one that unzips to something huge is refused, before
/// anything is sent.
///
/// @param ratio how many times its size in the archive a file may have, and all files together the
///   size of the archive; not asked of what unzips to [#RATIO_FROM_BYTES] or less
/// @param bytes all files together, at most
public record UnzipLimits(long ratio, long bytes) {
    /// What is as small as that does no harm, at any ratio.
    public static final long RATIO_FROM_BYTES = 16L << 20;

    /// The most that deflate can make of a byte: two bits for a match of 258 bytes.
    public static final long DEFLATE_RATIO = 1032;

    /// The limits that hold unless others were asked for: no archive that is in use comes near
    /// them, and one that was made to do harm has a ratio of nearly [#DEFLATE_RATIO].
    public static final UnzipLimits STANDARD = new UnzipLimits(1_000, 1L << 40);

    public UnzipLimits {
        if (ratio < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "the limits %d to 1 and %d bytes must be at least 1".formatted(ratio, bytes));
        }
    }

    /// Whether so much came out of so little that it is refused.
    ///
    /// @param unzippedBytes what comes out
    /// @param zippedBytes what it comes out of
    public boolean exceedsRatio(long unzippedBytes, long zippedBytes) {
        return unzippedBytes > RATIO_FROM_BYTES && Math.ceilDiv(unzippedBytes, ratio) > zippedBytes;
    }

    /// Whether so many bytes together are refused.
    public boolean exceedsBytes(long unzippedBytes) {
        return unzippedBytes > bytes;
    }
}
