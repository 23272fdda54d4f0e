package dev.weft.stats;

import java.util.Optional;

/// The verdict on a pair of samples of times: different, equal, or cannot tell.
public sealed interface Verdict {
    /// The position of a sample in its pair.
    enum Side {
        FIRST,
        SECOND
    }

    /// One sample is faster: the interval excludes a ratio of 1. Takes precedence over equality if
    /// the interval also lies within the margin.
    record Different(VerdictEvidence evidence) implements Verdict {
        public Different {
            if (!evidence.isDifferent()) {
                throw new IllegalArgumentException("not different: " + evidence);
            }
        }

        /// The sample with the shorter times.
        public Side faster() {
            return evidence.ratio() < 1 ? Side.FIRST : Side.SECOND;
        }

        /// Time of the slower sample / time of the faster one, above 1.
        public double factor() {
            return Math.max(evidence.ratio(), 1 / evidence.ratio());
        }

        /// Returns whether the difference is negligible: the whole interval lies within the margin.
        public boolean isWithinMargin() {
            return evidence.isWithinMargin();
        }
    }

    /// The whole interval contains 1 and lies within the margin.
    record Equal(VerdictEvidence evidence) implements Verdict {
        public Equal {
            if (evidence.isDifferent() || !evidence.isWithinMargin()) {
                throw new IllegalArgumentException("not equal: " + evidence);
            }
        }
    }

    /// The data show neither a difference nor equality.
    sealed interface CannotTell extends Verdict {}

    /// The noise is too large for this number of blocks.
    record Unclear(VerdictEvidence evidence) implements CannotTell {}

    /// Fewer than two blocks have both times, so that the noise is unknown.
    record TooFewBlocks(int blocks) implements CannotTell {}

    /// Returns the evidence of the verdict. Empty only for too few blocks.
    default Optional<VerdictEvidence> basis() {
        return switch (this) {
            case Different(VerdictEvidence evidence) -> Optional.of(evidence);
            case Equal(VerdictEvidence evidence) -> Optional.of(evidence);
            case Unclear(VerdictEvidence evidence) -> Optional.of(evidence);
            case TooFewBlocks _ -> Optional.empty();
        };
    }
}
