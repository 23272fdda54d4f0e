package dev.weft.plan;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// Policy of the warm-up of a trial. The warm-up runs in slices of [#SLICE_UPLOADS].
public sealed interface WarmupPolicy {
    /// Largest number of uploads in a slice.
    int SLICE_UPLOADS = 1_000;

    /// Returns the largest number of uploads.
    int mostUploads();

    /// Returns the longest time; empty if only the number of uploads is limited. Uploads in flight
    /// at that time end by themselves.
    Optional<Duration> mostTime();

    /// Returns the form in results: `steady`, `fixed` and the number of uploads, or `none`.
    String label();

    /// Returns the form in the conditions of a run, which is equal for all modes.
    String condition();

    /// Warm-up until the JVM is steady: see [dev.weft.run.SteadyRule].
    ///
    /// @param mostUploads number of uploads after which the trial counts as unsteady
    /// @param time time after which the trial counts as unsteady
    /// @param undelayed whether the embedded server omits latency, bandwidth limit and faults until
    ///   the JVM is steady
    record Steady(int mostUploads, Duration time, boolean undelayed) implements WarmupPolicy {
        /// Default policy of a run.
        public static final Steady STANDARD = new Steady(60_000, Duration.ofMinutes(2), false);

        /// Fewest uploads of a steady state, see [dev.weft.run.SteadyRule].
        public static final int FEWEST_UPLOADS = 10 * SLICE_UPLOADS;

        public Steady {
            Objects.requireNonNull(time);
            if (mostUploads < FEWEST_UPLOADS) {
                throw new IllegalArgumentException(
                        "most uploads %d must be at least %d"
                                .formatted(mostUploads, FEWEST_UPLOADS));
            }
        }

        @Override
        public Optional<Duration> mostTime() {
            return Optional.of(time);
        }

        @Override
        public String label() {
            return "steady";
        }

        @Override
        public String condition() {
            return label();
        }

        /// Returns the policy against a server that can omit its latency. Uploads are fast and free
        /// there, so the limit is doubled.
        public Steady withoutDelay() {
            return new Steady(2 * mostUploads, time, true);
        }
    }

    /// A fixed number of uploads.
    ///
    /// @param uploads number of uploads, 0 or more; 0 for no warm-up
    /// @param mostTime time limit; empty for none
    record Fixed(int uploads, Optional<Duration> mostTime) implements WarmupPolicy {
        public Fixed {
            Objects.requireNonNull(mostTime);
            if (uploads < 0) {
                throw new IllegalArgumentException("uploads " + uploads + " must not be negative");
            }
        }

        /// Creates a policy without a time limit.
        public Fixed(int uploads) {
            this(uploads, Optional.empty());
        }

        @Override
        public int mostUploads() {
            return uploads;
        }

        @Override
        public String label() {
            return uploads == 0 ? "none" : fixed(uploads);
        }

        @Override
        public String condition() {
            return label();
        }
    }

    /// The fixed warm-up of the sequential mode beside other modes that warm up until they are
    /// steady. The sequential baseline is 10 to 30 times slower and needs no steady state.
    ///
    /// @param uploads number of uploads, 1 or more
    record Baseline(int uploads) implements WarmupPolicy {
        /// Default baseline policy.
        public static final Baseline STANDARD = new Baseline(5_000);

        public Baseline {
            if (uploads < 1) {
                throw new IllegalArgumentException("uploads " + uploads + " must be at least 1");
            }
        }

        @Override
        public int mostUploads() {
            return uploads;
        }

        @Override
        public Optional<Duration> mostTime() {
            return Steady.STANDARD.mostTime();
        }

        @Override
        public String label() {
            return fixed(uploads);
        }

        @Override
        public String condition() {
            return Steady.STANDARD.condition();
        }
    }

    private static String fixed(int uploads) {
        return "fixed " + uploads;
    }

    /// Returns the policy for the trials of a mode against a target.
    default WarmupPolicy of(ModeName mode, Target target) {
        if (!(this instanceof Steady steady)) {
            return this;
        }
        if (mode == ModeName.SEQUENTIAL) {
            return Baseline.STANDARD;
        }
        return target.kind() == Target.Kind.EMBEDDED ? steady.withoutDelay() : steady;
    }
}
