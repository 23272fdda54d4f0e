package dev.weft.mode;

import dev.weft.workload.Workload;
import java.util.Optional;

/// Items are futures: the calling thread starts them, and none waits for them.
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
