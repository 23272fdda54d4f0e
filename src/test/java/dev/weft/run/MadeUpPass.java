package dev.weft.run;

import dev.weft.archive.UnzipResult;
import dev.weft.mode.Pass;
import dev.weft.record.EarlyStop;
import dev.weft.record.ItemCounts;
import dev.weft.record.ItemRow;
import dev.weft.workload.Outcome;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A pass over made-up items, with the real permits and the real records.
public final class MadeUpPass {
    private final List<UnzipResult> items;
    private final Iterator<UnzipResult> rest;
    private final Hook hook;
    private final PassMeter meter = new PassMeter(0);
    private final List<ItemRow> rows = new CopyOnWriteArrayList<>();
    private final ItemPass pass;
    private int unzipped;

    /// What happens while an item is unzipped.
    @FunctionalInterface
    public interface Hook {
        /// Happens.
        ///
        /// @param index of the item
        void unzipping(Pass pass, int index);
    }

    private MadeUpPass(List<UnzipResult> items, int permits, Hook hook, FailureBudget budget) {
        this.items = List.copyOf(items);
        this.rest = this.items.iterator();
        this.hook = hook;
        this.pass =
                new ItemPass(
                        _ -> next(),
                        permits,
                        () -> 0,
                        meter,
                        rows::add,
                        new ItemPass.Label("trial", 1),
                        budget);
    }

    /// A pass over all of the items.
    public static MadeUpPass over(List<UnzipResult> items, int permits) {
        return over(items, permits, (_, _) -> {});
    }

    /// The same, that gives up where more than this share fails.
    public static MadeUpPass givingUp(List<UnzipResult> items, int permits, double share) {
        return new MadeUpPass(items, permits, (_, _) -> {}, new FailureBudget(share, permits));
    }

    /// The same, and something that happens on the way.
    public static MadeUpPass over(List<UnzipResult> items, int permits, Hook hook) {
        return new MadeUpPass(items, permits, hook, FailureBudget.unlimited());
    }

    private Optional<UnzipResult> next() {
        if (!rest.hasNext()) {
            return Optional.empty();
        }
        hook.unzipping(pass, unzipped++);
        return Optional.of(rest.next());
    }

    /// Ends what is on its way as failed with this code, as a watchdog does.
    public void abandon(String code) {
        pass.cut(new EarlyStop(EarlyStop.Cause.STALLED, code));
        pass.abandon(new Outcome.Failed(code, "nothing moved"));
    }

    /// How it was cut short.
    public Optional<EarlyStop> cut() {
        return pass.cut();
    }

    /// The pass, to be driven.
    public Pass pass() {
        return pass;
    }

    /// Counts of the items so far.
    public ItemCounts counts() {
        return meter.counts(items.size());
    }

    /// The rows of the items that have ended, in the order in which they did.
    public List<ItemRow> rows() {
        return List.copyOf(rows);
    }
}
