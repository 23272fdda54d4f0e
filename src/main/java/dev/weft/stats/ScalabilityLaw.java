package dev.weft.stats;

import java.util.OptionalDouble;

/// The Universal Scalability Law: throughput `X(C) = λC / (1 + σ(C-1) + κC(C-1))` at concurrency C.
/// Gunther, "Guerrilla Capacity Planning" (2007), chapter 4. Without κ it is Amdahl's law.
///
/// A fitted law describes the measured range. Beyond the largest measured concurrency it is an
/// extrapolation.
///
/// @param lambda throughput at concurrency 1, in the unit of the fitted throughputs; above zero
/// @param sigma contention: share of the work that is serial; not negative
/// @param kappa coherency: cost of each pair of items in flight; not negative
public record ScalabilityLaw(double lambda, double sigma, double kappa) {
    public ScalabilityLaw {
        PositiveTimes.checked(lambda);
        if (!(sigma >= 0) || !(kappa >= 0)) {
            throw new IllegalArgumentException(
                    "neither σ nor κ is negative: %s, %s".formatted(sigma, kappa));
        }
    }

    /// Returns the throughput at a concurrency of at least 1.
    public double throughput(double concurrency) {
        return lambda
                * concurrency
                / (1 + sigma * (concurrency - 1) + kappa * concurrency * (concurrency - 1));
    }

    /// Returns the concurrency of the largest throughput, `√((1-σ)/κ)`. Empty if throughput only
    /// grows (κ = 0) or only falls (σ >= 1).
    public OptionalDouble peakConcurrency() {
        return kappa > 0 && sigma < 1
                ? OptionalDouble.of(Math.sqrt((1 - sigma) / kappa))
                : OptionalDouble.empty();
    }
}
