package dev.weft.report;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/// Number with its formatted text.
///
/// @param value in the unit that its owner documents
/// @param text with its unit
record Figure(double value, String text) {
    static Figure of(double value, DoubleFunction<String> format) {
        return new Figure(value, format.apply(value));
    }

    static Optional<Figure> of(OptionalDouble value, DoubleFunction<String> format) {
        return value.isPresent() ? Optional.of(of(value.getAsDouble(), format)) : Optional.empty();
    }
}
