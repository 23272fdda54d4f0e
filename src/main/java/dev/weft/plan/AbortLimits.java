package dev.weft.plan;

import java.time.Duration;
import java.util.Objects;

/// Limits at which a pass is aborted. They affect no figure of a complete pass, so they are not
/// part of the fairness contract.
///
/// @param failedShare share of failed uploads above which a pass is aborted, from 0 to 1; 1 for
///   never
/// @param stall longest time without an item that starts or ends
public record AbortLimits(double failedShare, Duration stall) {
    private static final double HALF = 0.5;

    /// Added to the time of a call, within which every item ends. A pass beyond it is stuck.
    private static final Duration BEYOND_A_CALL = Duration.ofSeconds(10);

    public AbortLimits {
        Objects.requireNonNull(stall);
        if (!(failedShare >= 0 && failedShare <= 1)) {
            throw new IllegalArgumentException(
                    "failed share %s must be from 0 to 1".formatted(failedShare));
        }
        if (!stall.isPositive()) {
            throw new IllegalArgumentException("stall %s must be above 0".formatted(stall));
        }
    }

    /// Returns the default limits of a contract.
    public static AbortLimits standard(FairnessContract contract) {
        return new AbortLimits(HALF, contract.callTimeout().plus(BEYOND_A_CALL));
    }
}
