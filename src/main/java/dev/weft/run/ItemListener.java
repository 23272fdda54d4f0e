package dev.weft.run;

import dev.weft.record.ItemRow;

/// Receives the items of a pass, from the threads that carry them: time spent here is measured.
///
/// The items of a warm-up arrive too, as those of pass 0: a call that only measured passes make
/// would be compiled while they are measured.
@FunctionalInterface
public interface ItemListener {
    /// An item has ended, for better or worse.
    void ended(ItemRow row);

    /// An item was handed out.
    ///
    /// @param pass as [ItemRow#pass]
    /// @param index its place in the archive
    /// @param handedOutNanos when, since the start of the pass
    default void handedOut(int pass, int index, long handedOutNanos) {}
}
