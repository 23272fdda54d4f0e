package dev.weft.calibrate;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.testing.FakeTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A client whose times follow a script, by a fake ticker. Records what it sends.
final class ScriptedClient implements ProbeClient {
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
        /// @param number from 1, those that warm up not counted: they take no time
        Duration time(int number, Item item) throws CalibrationException;
    }

    ScriptedClient(FakeTicker ticker, Script script) {
        this.ticker = ticker;
        this.script = script;
    }

    @Override
    public Ready prepare(String key, Item item) {
        sent.add(new Sent(key, item.size(), item.content() instanceof Content.InMemory));
        int number = timed().size();
        // Preparing takes time too, which is not the upload's.
        ticker.advance(Duration.ofNanos(1));
        return () -> {
            if (item.size() != Calibrator.WARMUP_BYTES) {
                ticker.advance(script.time(number, item));
            }
        };
    }

    /// What was sent and is timed, in its order.
    List<Sent> timed() {
        return sent.stream().filter(one -> one.size() != Calibrator.WARMUP_BYTES).toList();
    }

    /// What was sent, in its order.
    List<Sent> sent() {
        return List.copyOf(sent);
    }
}
