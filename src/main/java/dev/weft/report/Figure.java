package dev.weft.report;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/// A number and how it is written for a person.
///
/// @param value in the unit that its place says
/// @param text with its unit
record Figure(double value, String text) {
    Figure {
        Objects.requireNonNull(text);
    }

    static Figure of(double value, DoubleFunction<String> format) {
        return new Figure(value, format.apply(value));
    }

    static Optional<Figure> of(OptionalDouble value, DoubleFunction<String> format) {
        return value.isPresent() ? Optional.of(of(value.getAsDouble(), format)) : Optional.empty();
    }
}
