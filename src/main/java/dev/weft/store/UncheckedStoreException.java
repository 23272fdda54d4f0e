package dev.weft.store;

import java.util.Objects;

/// Wraps a [StoreException] that passes through an iterator.
public final class UncheckedStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Wraps the exception.
    public UncheckedStoreException(StoreException cause) {
        super(cause.getMessage(), cause);
    }

    /// The wrapped exception.
    @Override
    public synchronized StoreException getCause() {
        return (StoreException) Objects.requireNonNull(super.getCause());
    }
}
