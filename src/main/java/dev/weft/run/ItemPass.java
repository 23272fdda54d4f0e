package dev.weft.run;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.archive.UnzipResult;
import dev.weft.mode.ItemExecution;
import dev.weft.mode.Pass;
import dev.weft.record.EarlyStop;
import dev.weft.record.ItemRow;
import dev.weft.workload.ItemObserver;
import dev.weft.workload.Outcome;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/// Hands out the items of a pass and records them: combines permits, unzip stage and recording.
final class ItemPass implements Pass {
    private final ItemSource source;
    private final int permitCount;
    private final Semaphore permits;
    private final Ticker ticker;
    private final PassMeter meter;
    private final ItemListener listener;
    private final Label label;
    private final ReentrantLock unzipLock = new ReentrantLock();
    private final FailureBudget budget;
    private final AtomicReference<Optional<EarlyStop>> earlyStop =
            new AtomicReference<>(Optional.empty());
    private final Set<RecordedItem> inFlight = ConcurrentHashMap.newKeySet();
    private final LongAdder movements = new LongAdder();
    private volatile boolean abandoned;

    /// Marks the rows of this pass.
    record Label(String trialId, int pass) {}

    ItemPass(
            ItemSource source,
            int permitCount,
            Ticker ticker,
            PassMeter meter,
            ItemListener listener,
            Label label,
            FailureBudget budget) {
        this.source = source;
        this.permitCount = permitCount;
        this.permits = new Semaphore(permitCount);
        this.ticker = ticker;
        this.meter = meter;
        this.listener = listener;
        this.label = label;
        this.budget = budget;
    }

    @Override
    public Optional<ItemExecution> next() throws InterruptedException {
        permits.acquire();
        boolean handedOut = false;
        try {
            Optional<ItemExecution> execution = nextReady();
            handedOut = execution.isPresent();
            return execution;
        } finally {
            if (!handedOut) {
                permits.release();
            }
        }
    }

    private Optional<ItemExecution> nextReady() {
        while (earlyStop.get().isEmpty()) {
            Optional<TimedUnzip> next = unzip();
            if (next.isEmpty() || abandoned) {
                return Optional.empty();
            }
            OptionalLong unzipNanos = next.get().nanos();
            switch (next.get().unzipped()) {
                case UnzipResult.Ready(Item item) -> {
                    return Optional.of(start(new RecordedItem(item, unzipNanos, ticker.nanos())));
                }
                case UnzipResult.Broken broken -> record(broken, unzipNanos);
            }
        }
        return Optional.empty();
    }

    private ItemExecution start(RecordedItem execution) {
        inFlight.add(execution);
        movements.increment();
        listener.handedOut(
                label.pass(), execution.item.index(), meter.sinceStart(execution.handedOutNanos));
        return execution;
    }

    private Optional<TimedUnzip> unzip() {
        unzipLock.lock();
        try {
            long fromNanos = ticker.nanos();
            Optional<UnzipResult> next = source.next(fromNanos);
            long busyNanos = ticker.nanos() - fromNanos;
            Optional<TimedUnzip> timed = next.map(item -> new TimedUnzip(item, busyNanos));
            timed.ifPresent(unzip -> unzip.nanos().ifPresent(meter::unzipped));
            return timed;
        } finally {
            unzipLock.unlock();
        }
    }

    private void record(UnzipResult.Broken broken, OptionalLong unzipNanos) {
        long now = meter.sinceStart(ticker.nanos());
        record(
                new ItemRow(
                        label.trialId(),
                        label.pass(),
                        broken.index(),
                        broken.name(),
                        broken.size(),
                        unzipNanos,
                        now,
                        OptionalLong.empty(),
                        now,
                        0,
                        OptionalInt.of(0),
                        OptionalLong.empty(),
                        Optional.of(broken.code())),
                Optional.of("%s: %s".formatted(broken.code(), broken.message())));
    }

    private void record(ItemRow row, Optional<String> failure) {
        meter.ended(row, failure);
        listener.ended(row);
        movements.increment();
        if (budget.isSpentBy(row)) {
            cut(new EarlyStop(EarlyStop.Cause.TOO_MANY_FAILURES, failureSummary()));
        }
    }

    private String failureSummary() {
        return "gave up: %s, most with %s"
                .formatted(budget, meter.setbacks().failures().getFirst().code());
    }

    @Override
    public void stop(String reason) {
        cut(new EarlyStop(EarlyStop.Cause.INTERRUPTED, reason));
    }

    /// Ends the handing out of items. The first early stop counts.
    void cut(EarlyStop reason) {
        earlyStop.compareAndSet(Optional.empty(), Optional.of(reason));
    }

    /// Early stop of the pass; empty if there was none.
    Optional<EarlyStop> cut() {
        return earlyStop.get();
    }

    /// Fails all items in flight, so that their permits are released. Later outcomes of these items
    /// are ignored. Call it after [#cut(EarlyStop)].
    void abandon(Outcome.Failed outcome) {
        abandoned = true;
        inFlight.forEach(execution -> execution.finish(outcome));
    }

    /// Counter that grows with each item that starts or ends.
    long movements() {
        return movements.sum();
    }

    /// Number of items in flight.
    int open() {
        return inFlight.size();
    }

    @Override
    public void awaitIdle() throws InterruptedException {
        permits.acquire(permitCount);
        permits.release(permitCount);
    }

    /// An unzipped item, and how long it kept the unzip stage busy.
    private record TimedUnzip(UnzipResult unzipped, long busyNanos) {
        /// Empty for a streamed item, which is unzipped during its upload and not by the stage.
        OptionalLong nanos() {
            return switch (unzipped) {
                case UnzipResult.Ready(Item item) when item.content() instanceof Content.Streamed ->
                        OptionalLong.empty();
                case UnzipResult.Ready _, UnzipResult.Broken _ -> OptionalLong.of(busyNanos);
            };
        }
    }

    private final class RecordedItem implements ItemExecution {
        private final Item item;
        private final OptionalLong unzipNanos;
        private final long handedOutNanos;
        private final ItemTrace trace = new ItemTrace(ticker);
        private final AtomicBoolean finished = new AtomicBoolean();

        RecordedItem(Item item, OptionalLong unzipNanos, long handedOutNanos) {
            this.item = item;
            this.unzipNanos = unzipNanos;
            this.handedOutNanos = handedOutNanos;
        }

        @Override
        public Item item() {
            return item;
        }

        @Override
        public ItemObserver trace() {
            return trace;
        }

        @Override
        public void finish(Outcome outcome) {
            if (!finished.compareAndSet(false, true)) {
                return;
            }
            long endedNanos = ticker.nanos();
            try {
                switch (outcome) {
                    case Outcome.Stored _ ->
                            record(row(endedNanos, Optional.empty()), Optional.empty());
                    case Outcome.Failed(String code, String message) ->
                            record(
                                    row(endedNanos, Optional.of(code)),
                                    Optional.of("%s: %s".formatted(code, message)));
                }
            } finally {
                inFlight.remove(this);
                permits.release();
            }
        }

        private ItemRow row(long endedNanos, Optional<String> failure) {
            return new ItemRow(
                    label.trialId(),
                    label.pass(),
                    item.index(),
                    item.name(),
                    item.size(),
                    unzipNanos,
                    meter.sinceStart(handedOutNanos),
                    meter.sinceStart(trace.startedNanos()),
                    meter.sinceStart(endedNanos),
                    trace.attemptCount(),
                    OptionalInt.of(trace.throttledCount()),
                    trace.connectionWaitNanos(),
                    failure);
        }
    }
}
