package dev.weft.run;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.archive.UnzipResult;
import dev.weft.mode.ItemExecution;
import dev.weft.mode.Pass;
import dev.weft.record.EarlyStop;
import dev.weft.record.ItemRow;
import dev.weft.workload.Outcome;
import dev.weft.workload.ItemObserver;
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

/// The one place where permits, the unzip stage and the recording of items meet.
final class ItemPass implements Pass {
    private final ItemSource source;
    private final int permitCount;
    private final Semaphore permits;
    private final Ticker ticker;
    private final PassMeter meter;
    private final ItemListener listener;
    private final Label label;
    private final ReentrantLock unzipping = new ReentrantLock();
    private final FailureBudget budget;
    private final AtomicReference<Optional<EarlyStop>> cut = new AtomicReference<>(Optional.empty());
    private final Set<ItemFlight> open = ConcurrentHashMap.newKeySet();
    private final LongAdder movements = new LongAdder();
    private volatile boolean abandoned;

    /// What the rows of this pass are marked with.
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
        boolean onItsWay = false;
        try {
            Optional<ItemExecution> flight = nextWhole();
            onItsWay = flight.isPresent();
            return flight;
        } finally {
            if (!onItsWay) {
                permits.release();
            }
        }
    }

    private Optional<ItemExecution> nextWhole() {
        while (cut.get().isEmpty()) {
            Optional<Unzipping> next = unzip();
            if (next.isEmpty() || abandoned) {
                return Optional.empty();
            }
            OptionalLong unzipNanos = next.get().nanos();
            switch (next.get().unzipped()) {
                case UnzipResult.Ready(Item item) -> {
                    return Optional.of(begun(new ItemFlight(item, unzipNanos, ticker.nanos())));
                }
                case UnzipResult.Broken broken -> record(broken, unzipNanos);
            }
        }
        return Optional.empty();
    }

    private ItemExecution begun(ItemFlight flight) {
        open.add(flight);
        movements.increment();
        listener.handedOut(
                label.pass(), flight.item.index(), meter.sinceStart(flight.handedOutNanos));
        return flight;
    }

    private Optional<Unzipping> unzip() {
        unzipping.lock();
        try {
            long fromNanos = ticker.nanos();
            Optional<UnzipResult> next = source.next(fromNanos);
            long busyNanos = ticker.nanos() - fromNanos;
            Optional<Unzipping> done = next.map(item -> new Unzipping(item, busyNanos));
            done.ifPresent(one -> one.nanos().ifPresent(meter::unzipped));
            return done;
        } finally {
            unzipping.unlock();
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
            cut(new EarlyStop(EarlyStop.Cause.GAVE_UP, gaveUp()));
        }
    }

    private String gaveUp() {
        return "gave up: %s, most with %s"
                .formatted(budget, meter.setbacks().failures().getFirst().code());
    }

    @Override
    public void stop(String reason) {
        cut(new EarlyStop(EarlyStop.Cause.STOPPED, reason));
    }

    /// Hands out nothing more. The first cut counts.
    void cut(EarlyStop how) {
        cut.compareAndSet(Optional.empty(), Optional.of(how));
    }

    /// Why nothing more is handed out; empty unless it was cut short.
    Optional<EarlyStop> cut() {
        return cut.get();
    }

    /// Ends what is on its way as failed, so that its permits come home; what becomes of it later
    /// changes nothing. Called after [#cut(Cut)].
    void abandon(Outcome.Failed outcome) {
        abandoned = true;
        open.forEach(flight -> flight.finish(outcome));
    }

    /// Goes up with each item that begins or ends.
    long movements() {
        return movements.sum();
    }

    /// How many items are on their way.
    int open() {
        return open.size();
    }

    @Override
    public void awaitIdle() throws InterruptedException {
        permits.acquire(permitCount);
        permits.release(permitCount);
    }

    /// What came out of the archive, and how long that kept the stage busy.
    private record Unzipping(UnzipResult unzipped, long busyNanos) {
        /// Empty for an item that is unzipped while it is uploaded: of that the stage did nothing.
        OptionalLong nanos() {
            return switch (unzipped) {
                case UnzipResult.Ready(Item item) when item.content() instanceof Content.Streamed ->
                        OptionalLong.empty();
                case UnzipResult.Ready _, UnzipResult.Broken _ -> OptionalLong.of(busyNanos);
            };
        }
    }

    private final class ItemFlight implements ItemExecution {
        private final Item item;
        private final OptionalLong unzipNanos;
        private final long handedOutNanos;
        private final ItemTrace trace = new ItemTrace(ticker);
        private final AtomicBoolean finished = new AtomicBoolean();

        ItemFlight(Item item, OptionalLong unzipNanos, long handedOutNanos) {
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
                open.remove(this);
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
