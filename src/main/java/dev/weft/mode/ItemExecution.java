package dev.weft.mode;

import dev.weft.archive.Item;
import dev.weft.workload.Outcome;
import dev.weft.workload.ItemObserver;

/// One item on its way. It holds a permit of its pass until it is finished.
public interface ItemExecution {
    /// What is on its way.
    Item item();

    /// Where the workload reports to.
    ItemObserver trace();

    /// Records the outcome and gives the permit back. The second and later calls do nothing.
    void finish(Outcome outcome);
}
