package dev.weft.record;

import org.jspecify.annotations.Nullable;

/// A line that is not a row. Never leaves this package: it becomes a [CorruptLine].
final class MalformedRowException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MalformedRowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
