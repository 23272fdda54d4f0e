package dev.weft.machine;

import java.util.Objects;
import java.util.Optional;

/// What decides how fast the cores run; each empty where the machine does not say.
///
/// @param governor Linux's rule for the frequency, such as `performance`; several where the cores
///   differ
/// @param turbo whether cores may exceed their nominal frequency
/// @param onBattery whether the machine draws from a battery
public record PowerState(
        Optional<String> governor, Optional<Boolean> turbo, Optional<Boolean> onBattery) {
    /// Nothing is known.
    static final PowerState UNKNOWN =
            new PowerState(Optional.empty(), Optional.empty(), Optional.empty());

    public PowerState {
        Objects.requireNonNull(governor);
        Objects.requireNonNull(turbo);
        Objects.requireNonNull(onBattery);
    }
}
