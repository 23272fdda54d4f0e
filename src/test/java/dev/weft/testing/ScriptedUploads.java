package dev.weft.testing;

import dev.weft.archive.Item;
import dev.weft.store.UploadClient;
import dev.weft.workload.ItemObserver;
import dev.weft.workload.Outcome;
import dev.weft.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/// A client with scripted outcomes. Records its uploads.
public final class ScriptedUploads implements UploadClient.Blocking {
    private final Script script;
    private final List<String> prefixes = new ArrayList<>();
    private boolean closed;

    /// What becomes of an item.
    @FunctionalInterface
    public interface Script {
        /// Works on the item.
        Outcome perform(String prefix, Item item, ItemObserver trace) throws InterruptedException;
    }

    /// A client with a script.
    public ScriptedUploads(Script script) {
        this.script = script;
    }

    @Override
    public Workload.Blocking below(String prefix) {
        prefixes.add(prefix);
        return (item, trace) -> script.perform(prefix, item, trace);
    }

    /// The prefixes that were asked for, in order.
    public List<String> prefixes() {
        return List.copyOf(prefixes);
    }

    /// Whether it was closed.
    public boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
