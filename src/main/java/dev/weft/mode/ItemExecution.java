package dev.weft.mode;

import dev.weft.archive.Item;
import dev.weft.workload.ItemObserver;
import dev.weft.workload.Outcome;

/// An item in flight. It holds a permit of its pass until [#finish] is called.
public interface ItemExecution {
    /// The file to upload.
    Item item();

    /// Observer to which the workload reports attempts and waits.
    ItemObserver trace();

    /// Records the outcome and releases the permit. Second and later calls do nothing.
    void finish(Outcome outcome);
}
