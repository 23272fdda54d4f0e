package dev.weft.analysis;

import java.util.Optional;

record PassDrift(ModeSummary summary) {
    Optional<Double> beyondNoise() {
        return Optional.empty();
    }
}
