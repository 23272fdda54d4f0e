package dev.weft.plan;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// How much a trial warms up before its warm passes. It is driven in slices of [#SLICE_UPLOADS].
public sealed interface WarmupPolicy {
    /// Uploads of one slice, at most.
    int SLICE_UPLOADS = 1_000;

    /// The most uploads that a warm-up makes.
    int mostUploads();

    /// The longest that it takes; empty where only the uploads bound it. Uploads that are in flight
    /// at that time end by themselves.
    Optional<Duration> mostTime();

    /// The policy as results have it: `steady`, `fixed` and the number of uploads, or `none`.
    String label();

    /// The policy as part of the conditions of a run. It is the same for every mode of a run.
    String condition();

    /// Uploads until the JVM is steady: see [dev.weft.run.SteadyRule].
    ///
    /// @param mostUploads after which the trial counts as unsteady
    /// @param time after which the trial counts as unsteady
    /// @param undelayed whether the server answers without its latency, bandwidth limit and faults
    ///   until the JVM is steady: only weft's own server can
    record Steady(int mostUploads, Duration time, boolean undelayed) implements WarmupPolicy {
        /// The policy of a run where no other is asked for.
        public static final Steady STANDARD = new Steady(60_000, Duration.ofMinutes(2), false);

        /// Uploads in which a steady state is found at the earliest, see [dev.weft.run.SteadyRule].
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

        /// The same, against a server that can leave its latency out. Uploads are fast there and
        /// cost nothing, so that there may be twice as many.
        public Steady withoutDelay() {
            return new Steady(2 * mostUploads, time, true);
        }
    }

    /// A number of uploads, whatever the state of the JVM after them.
    ///
    /// @param uploads from 0 on; 0 for no warm-up
    /// @param mostTime after which it ends early; empty for no limit
    record Fixed(int uploads, Optional<Duration> mostTime) implements WarmupPolicy {
        public Fixed {
            Objects.requireNonNull(mostTime);
            if (uploads < 0) {
                throw new IllegalArgumentException("uploads " + uploads + " must not be negative");
            }
        }

        /// Without a limit of time.
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

    /// The fixed warm-up of the sequential mode in a run whose other modes warm up until they are
    /// steady: a baseline that is 10 to 30 times slower needs no steady state.
    ///
    /// @param uploads from 1 on
    record Baseline(int uploads) implements WarmupPolicy {
        /// What the sequential mode gets.
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

    /// The policy of the trials of one mode against a target.
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
