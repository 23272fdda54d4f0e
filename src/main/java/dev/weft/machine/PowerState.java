package dev.weft.machine;

import java.util.Objects;
import java.util.Optional;

/// The settings that affect the speed of the cores. Each value is empty if unknown.
///
/// @param governor CPU frequency governor of Linux, such as `performance`; a list separated by `, `
///   if the cores differ
/// @param turbo whether cores may exceed their nominal frequency
/// @param onBattery whether the machine runs on its battery
public record PowerState(
        Optional<String> governor, Optional<Boolean> turbo, Optional<Boolean> onBattery) {
    /// All values unknown.
    static final PowerState UNKNOWN =
            new PowerState(Optional.empty(), Optional.empty(), Optional.empty());

    public PowerState {
        Objects.requireNonNull(governor);
        Objects.requireNonNull(turbo);
        Objects.requireNonNull(onBattery);
    }
}
