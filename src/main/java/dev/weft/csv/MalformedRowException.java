package dev.weft.csv;

import org.jspecify.annotations.Nullable;

/// Thrown if a line is not a valid row. This package converts it into a [CorruptLine].
public final class MalformedRowException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public MalformedRowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
