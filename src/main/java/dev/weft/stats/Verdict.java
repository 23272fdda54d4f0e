package dev.weft.stats;

import java.util.Optional;

/// What can be said of the times of two things.
public sealed interface Verdict {
    /// One of the two that were compared.
    enum Side {
        FIRST,
        SECOND
    }

    /// One is faster than the other: the interval excludes a ratio of 1. This comes before equality
    /// where both hold.
    record Different(VerdictEvidence evidence) implements Verdict {
        public Different {
            if (!evidence.isDifferent()) {
                throw new IllegalArgumentException("not different: " + evidence);
            }
        }

        /// The one with the shorter times.
        public Side faster() {
            return evidence.ratio() < 1 ? Side.FIRST : Side.SECOND;
        }

        /// How many times as long the slower one takes: above 1.
        public double factor() {
            return Math.max(evidence.ratio(), 1 / evidence.ratio());
        }

        /// Whether the difference, real as it is, is too small to matter: the whole interval lies
        /// within the margin.
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

    /// Neither a difference nor equality has been shown.
    sealed interface CannotTell extends Verdict {}

    /// There is too much noise for so few blocks.
    record Unclear(VerdictEvidence evidence) implements CannotTell {}

    /// There are fewer than two blocks that have both, so that nothing is known of the noise.
    record TooFewBlocks(int blocks) implements CannotTell {}

    /// What the verdict rests on: empty for too few blocks alone.
    default Optional<VerdictEvidence> basis() {
        return switch (this) {
            case Different(VerdictEvidence evidence) -> Optional.of(evidence);
            case Equal(VerdictEvidence evidence) -> Optional.of(evidence);
            case Unclear(VerdictEvidence evidence) -> Optional.of(evidence);
            case TooFewBlocks _ -> Optional.empty();
        };
    }
}
