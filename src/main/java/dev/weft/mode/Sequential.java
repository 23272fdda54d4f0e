package dev.weft.mode;

import dev.weft.workload.Workload;
import java.util.Optional;

/// Uploads one item after another in the calling thread.
public final class Sequential implements Mode.Blocking {
    @Override
    public void drive(Pass pass, Workload.Blocking work) throws InterruptedException {
        for (Optional<ItemExecution> next = pass.next(); next.isPresent(); next = pass.next()) {
            ItemRunner.land(next.get(), work);
        }
    }

    @Override
    public int takePeakVirtualThreads() {
        return 0;
    }

    @Override
    public void close() {}
}
