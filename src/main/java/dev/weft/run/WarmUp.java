package dev.weft.run;

import dev.weft.plan.WarmupPolicy;
import dev.weft.record.WarmupResult;
import dev.weft.record.WarmupResult.WarmupSlice;
import dev.weft.record.WarmupResult.WarmupSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs the warm-up of a trial: drives slices until the policy is met.
public final class WarmUp {
    /// Longest time in which a slice starts uploads. It leaves time for several slices even with
    /// large items or a slow server.
    private static final Duration SLICE_TIME = Duration.ofSeconds(2);

    private final WarmupPolicy policy;
    private final Slices driver;
    private final Ticker ticker;
    private final long startNanos;
    private final List<WarmupSlice> slices = new ArrayList<>();

    /// Drives slices.
    @FunctionalInterface
    public interface Slices {
        /// Runs one slice.
        ///
        /// @param number position of the slice, from 1
        /// @param uploads largest number of uploads
        /// @param time time after which no more uploads start
        /// @param undelayed whether the server answers without its simulated latency
        /// @return empty if the warm-up ended early
        Optional<WarmupSlice> drive(int number, int uploads, Duration time, boolean undelayed)
                throws TrialException, InterruptedException;
    }

    /// Creates a warm-up whose time limit starts now.
    public WarmUp(WarmupPolicy policy, Slices driver, Ticker ticker) {
        this.policy = policy;
        this.driver = driver;
        this.ticker = ticker;
        this.startNanos = ticker.nanos();
    }

    /// Drives slices until the policy is met or the warm-up ends early.
    public WarmupResult run() throws TrialException, InterruptedException {
        return switch (policy) {
            case WarmupPolicy.Steady steady -> untilSteady(steady);
            case WarmupPolicy.Fixed _, WarmupPolicy.Baseline _ -> {
                while (drive(false)) {
                    // The loop drives all slices.
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
            } else if (SteadyRule.objection(delayedSlices()).isEmpty()) {
                return result(Optional.of(true), Optional.empty());
            }
        }
        return result(
                Optional.of(false),
                Optional.of(
                        "%s after %,d uploads and %d s"
                                .formatted(
                                        SteadyRule.objection(undelayed ? slices : delayedSlices())
                                                .orElse("the warm-up ended early"),
                                        uploads(),
                                        elapsed().toSeconds())));
    }

    private List<WarmupSlice> delayedSlices() {
        return slices.stream().filter(slice -> !slice.undelayed()).toList();
    }

    /// Drives one more slice. Returns false if a limit of the policy is reached or the warm-up
    /// ended early.
    private boolean drive(boolean undelayed) throws TrialException, InterruptedException {
        int remainingUploads = policy.mostUploads() - uploads();
        Duration time = policy.mostTime().map(limit -> limit.minus(elapsed())).orElse(SLICE_TIME);
        if (remainingUploads <= 0 || !time.isPositive()) {
            return false;
        }
        Optional<WarmupSlice> slice =
                driver.drive(
                                slices.size() + 1,
                                Math.min(remainingUploads, WarmupPolicy.SLICE_UPLOADS),
                                time.compareTo(SLICE_TIME) < 0 ? time : SLICE_TIME,
                                undelayed)
                        .filter(driven -> driven.uploads() > 0);
        slice.ifPresent(slices::add);
        return slice.isPresent();
    }

    private WarmupResult result(Optional<Boolean> steady, Optional<String> objection) {
        return new WarmupResult(
                new WarmupSummary(policy.label(), uploads(), elapsed(), steady, objection), slices);
    }

    private int uploads() {
        return slices.stream().mapToInt(WarmupSlice::uploads).sum();
    }

    private Duration elapsed() {
        return Duration.ofNanos(ticker.nanos() - startNanos);
    }
}
