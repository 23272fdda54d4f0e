package dev.weft.run;

import dev.weft.plan.WarmupPolicy;
import dev.weft.record.Warmup;
import dev.weft.record.WarmupResult;
import dev.weft.record.WarmupSlice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One warm-up: drives slices until its policy is met.
public final class WarmUp {
    /// The longest that a slice hands out items: large items and slow servers must leave time for
    /// several slices.
    private static final Duration SLICE_TIME = Duration.ofSeconds(2);

    private final WarmupPolicy policy;
    private final Slices driver;
    private final Ticker ticker;
    private final long startNanos;
    private final List<WarmupSlice> slices = new ArrayList<>();

    /// Drives slices.
    @FunctionalInterface
    public interface Slices {
        /// Makes one slice.
        ///
        /// @param number of the slice, from 1
        /// @param uploads at most
        /// @param time after which no more uploads begin
        /// @param undelayed whether the server is to answer without its latency
        /// @return empty where the warm-up has ended early
        Optional<WarmupSlice> drive(int number, int uploads, Duration time, boolean undelayed)
                throws TrialException, InterruptedException;
    }

    /// A warm-up that has not begun.
    public WarmUp(WarmupPolicy policy, Slices driver, Ticker ticker) {
        this.policy = policy;
        this.driver = driver;
        this.ticker = ticker;
        this.startNanos = ticker.nanos();
    }

    /// Warms up.
    public WarmupResult run() throws TrialException, InterruptedException {
        return switch (policy) {
            case WarmupPolicy.Steady steady -> untilSteady(steady);
            case WarmupPolicy.Fixed _, WarmupPolicy.Baseline _ -> {
                while (drive(false)) {
                    // Slice after slice.
                }
                yield result(Optional.empty(), Optional.empty());
            }
        };
    }

    private WarmupResult untilSteady(WarmupPolicy.Steady policy)
            throws TrialException, InterruptedException {
        boolean undelayed = policy.undelayed();
        while (drive(undelayed)) {
            if (undelayed) {
                undelayed = !SteadyRule.nearlySteady(slices);
            } else if (SteadyRule.objection(delayed()).isEmpty()) {
                return result(Optional.of(true), Optional.empty());
            }
        }
        return result(
                Optional.of(false),
                Optional.of(
                        "%s after %,d uploads and %d s"
                                .formatted(
                                        SteadyRule.objection(undelayed ? slices : delayed())
                                                .orElse("the warm-up ended early"),
                                        uploads(),
                                        elapsed().toSeconds())));
    }

    private List<WarmupSlice> delayed() {
        return slices.stream().filter(slice -> !slice.undelayed()).toList();
    }

    /// Makes one more slice. False where the limits of the policy are reached, or the warm-up has
    /// ended early.
    private boolean drive(boolean undelayed) throws TrialException, InterruptedException {
        int left = policy.mostUploads() - uploads();
        Duration time = policy.mostTime().map(most -> most.minus(elapsed())).orElse(SLICE_TIME);
        if (left <= 0 || !time.isPositive()) {
            return false;
        }
        Optional<WarmupSlice> slice =
                driver.drive(
                                slices.size() + 1,
                                Math.min(left, WarmupPolicy.SLICE_UPLOADS),
                                time.compareTo(SLICE_TIME) < 0 ? time : SLICE_TIME,
                                undelayed)
                        .filter(made -> made.uploads() > 0);
        slice.ifPresent(slices::add);
        return slice.isPresent();
    }

    private WarmupResult result(Optional<Boolean> steady, Optional<String> unsteady) {
        return new WarmupResult(
                new Warmup(policy.label(), uploads(), elapsed(), steady, unsteady), slices);
    }

    private int uploads() {
        return slices.stream().mapToInt(WarmupSlice::uploads).sum();
    }

    private Duration elapsed() {
        return Duration.ofNanos(ticker.nanos() - startNanos);
    }
}
