package dev.weft.calibrate;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.testing.FakeTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A client that takes as long as a script says, by a fake ticker, and remembers what it sent.
final class ScriptedClient implements Client {
    private final FakeTicker ticker;
    private final Script script;
    private final List<Sent> sent = new ArrayList<>();

    /// One upload.
    record Sent(String key, long size, boolean inMemory) {}

    /// What an upload takes.
    @FunctionalInterface
    interface Script {
        /// How long it takes.
        ///
        /// @param number from 1
        Duration time(int number, Item item) throws CalibrationException;
    }

    ScriptedClient(FakeTicker ticker, Script script) {
        this.ticker = ticker;
        this.script = script;
    }

    @Override
    public Ready prepare(String key, Item item) {
        sent.add(new Sent(key, item.size(), item.content() instanceof Content.InMemory));
        int number = sent.size();
        // Preparing takes time too, which is not the upload's.
        ticker.advance(Duration.ofNanos(1));
        return () -> ticker.advance(script.time(number, item));
    }

    /// What was sent, in its order.
    List<Sent> sent() {
        return List.copyOf(sent);
    }
}
