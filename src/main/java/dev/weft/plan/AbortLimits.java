package dev.weft.plan;

import java.time.Duration;
import java.util.Objects;

/// What a pass puts up with before it is ended. It bears on no figure of a pass that ends by
/// itself, so it is no part of the fairness contract.
///
/// @param failedShare a pass gives up where more of its uploads than this failed, from 0 to 1; at 1
///   it never does
/// @param stall how long a pass may go without an item that ends or begins
public record AbortLimits(double failedShare, Duration stall) {
    private static final double HALF = 0.5;

    /// Every item ends within the time of a call, so that a pass in which none does is stuck.
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

    /// What holds where nothing else was asked for.
    public static AbortLimits standard(FairnessContract contract) {
        return new AbortLimits(HALF, contract.callTimeout().plus(BEYOND_A_CALL));
    }
}
