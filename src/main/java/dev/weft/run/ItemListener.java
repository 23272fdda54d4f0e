package dev.weft.run;

import dev.weft.record.ItemRow;

/// Receives the items of a pass, from the threads that carry them; its time is measured.
///
/// A warm-up reports its items too, as pass 0, so that the JIT compiler compiles the call before
/// measured passes.
@FunctionalInterface
public interface ItemListener {
    /// An item was stored or failed.
    void ended(ItemRow row);

    /// An item was handed out.
    ///
    /// @param pass number of the pass, as in [ItemRow#pass]
    /// @param index position in the archive
    /// @param handedOutNanos time since the start of the pass
    default void handedOut(int pass, int index, long handedOutNanos) {}
}
