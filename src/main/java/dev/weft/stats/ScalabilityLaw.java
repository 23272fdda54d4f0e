package dev.weft.stats;

import java.util.OptionalDouble;

/// The Universal Scalability Law: throughput `X(C) = λC / (1 + σ(C-1) + κC(C-1))` at concurrency C.
/// Gunther, "Guerrilla Capacity Planning" (2007), chapter 4. Without κ it is Amdahl's law.
///
/// Fitted to a sweep it describes that sweep; beyond the largest concurrency measured it is a
/// guess.
///
/// @param lambda throughput at concurrency 1, in the unit of what it was fitted to; above zero
/// @param sigma contention: the share of the work that can only be done one at a time; not negative
/// @param kappa coherency: what every one in flight costs every other; not negative
public record ScalabilityLaw(double lambda, double sigma, double kappa) {
    public ScalabilityLaw {
        PositiveTimes.checked(lambda);
        if (!(sigma >= 0) || !(kappa >= 0)) {
            throw new IllegalArgumentException(
                    "neither σ nor κ is negative: %s, %s".formatted(sigma, kappa));
        }
    }

    /// The throughput at a concurrency of 1 or more.
    public double throughput(double concurrency) {
        return lambda
                * concurrency
                / (1 + sigma * (concurrency - 1) + kappa * concurrency * (concurrency - 1));
    }

    /// The concurrency of the largest throughput, `√((1-σ)/κ)`. Empty where throughput only grows
    /// (κ = 0) or only falls (σ >= 1).
    public OptionalDouble peakConcurrency() {
        return kappa > 0 && sigma < 1
                ? OptionalDouble.of(Math.sqrt((1 - sigma) / kappa))
                : OptionalDouble.empty();
    }
}
