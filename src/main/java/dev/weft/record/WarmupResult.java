package dev.weft.record;

import dev.weft.plan.WarmupPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// Result of a warm-up: a summary and its slices.
public record WarmupResult(WarmupSummary summary, List<WarmupSlice> slices) {
    public WarmupResult {
        Objects.requireNonNull(summary);
        slices = List.copyOf(slices);
    }

    /// Summary of the warm-up of a trial, as in the rows of its passes.
    ///
    /// @param policy `steady`, `fixed` and the requested number of uploads, or `none`
    /// @param uploads uploads that ended in the warm-up; 0 before it
    /// @param time duration of the warm-up
    /// @param steady true if the JVM was steady after it; empty if that was not checked
    /// @param unsteady why the JVM was not steady; empty if it was, or if that was not checked
    public record WarmupSummary(
            String policy,
            int uploads,
            Duration time,
            Optional<Boolean> steady,
            Optional<String> unsteady) {
        public WarmupSummary {
            Objects.requireNonNull(policy);
            Objects.requireNonNull(time);
            if (uploads < 0 || steady.equals(Optional.of(false)) != unsteady.isPresent()) {
                throw new IllegalArgumentException(
                        "uploads %d must not be negative, and steady is %s where the reason is %s"
                                .formatted(uploads, steady, unsteady));
            }
        }

        /// Returns the summary for a pass before the warm-up.
        public static WarmupSummary before(WarmupPolicy policy) {
            return new WarmupSummary(
                    policy.label(), 0, Duration.ZERO, Optional.empty(), Optional.empty());
        }
    }

    /// Measurements of a slice, a part of a warm-up.
    ///
    /// @param number number of the slice, from 1
    /// @param uploads uploads that ended in the slice
    /// @param totalUploads uploads that ended between the start of the JVM and the end of the slice
    /// @param undelayed true if the embedded server answered without its latency
    /// @param wall time from the first item to the last acknowledgement
    /// @param cpu CPU time of the JVM; empty if the platform does not report it
    /// @param compilation busy time of the JIT compilers, summed over their threads; empty if the
    ///   JVM does not record it
    /// @param collections garbage collections; empty if the collector does not report them
    /// @param heapCommittedBytes committed heap at the end; empty if it is unknown
    public record WarmupSlice(
            int number,
            int uploads,
            int totalUploads,
            boolean undelayed,
            Duration wall,
            Optional<Duration> cpu,
            Optional<Duration> compilation,
            OptionalLong collections,
            OptionalLong heapCommittedBytes) {
        public WarmupSlice {
            Objects.requireNonNull(wall);
            Objects.requireNonNull(cpu);
            Objects.requireNonNull(compilation);
            Objects.requireNonNull(collections);
            Objects.requireNonNull(heapCommittedBytes);
        }
    }
}
