package dev.weft.record;

import org.jspecify.annotations.Nullable;

/// Thrown if a line is not a valid row. This package converts it into a [CorruptLine].
final class MalformedRowException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MalformedRowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
