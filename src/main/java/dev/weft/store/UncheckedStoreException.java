package dev.weft.store;

import java.util.Objects;

/// A [StoreException] that had to pass through an iterator.
public final class UncheckedStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Wraps the exception.
    public UncheckedStoreException(StoreException cause) {
        super(cause.getMessage(), cause);
    }

    /// What had to pass.
    @Override
    public synchronized StoreException getCause() {
        return (StoreException) Objects.requireNonNull(super.getCause());
    }
}
