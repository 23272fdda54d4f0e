package dev.weft.run;

import dev.weft.record.ItemRow;

/// Hears of the items of a pass, from the threads that carry them: what takes long here is
/// measured.
@FunctionalInterface
public interface ItemListener {
    /// An item has ended, for better or worse.
    void ended(ItemRow row);

    /// An item was handed out.
    ///
    /// @param index its place in the archive
    /// @param handedOutNanos when, since the start of the pass
    default void handedOut(int index, long handedOutNanos) {}
}
