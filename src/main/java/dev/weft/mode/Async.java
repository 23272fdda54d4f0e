package dev.weft.mode;

import dev.weft.workload.Workload;
import java.util.Optional;

/// Starts each upload as a future from the calling thread. The mode needs no thread per item.
public final class Async implements Mode.NonBlocking {
    @Override
    public void drive(Pass pass, Workload.NonBlocking work) throws InterruptedException {
        for (Optional<ItemExecution> next = pass.next(); next.isPresent(); next = pass.next()) {
            ItemRunner.launch(next.get(), work);
        }
        pass.awaitIdle();
    }

    @Override
    public int takePeakVirtualThreads() {
        return 0;
    }

    @Override
    public void close() {}
}
