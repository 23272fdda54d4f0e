package dev.weft.testing;

import dev.weft.archive.Item;
import dev.weft.store.ObjectKey;
import dev.weft.workload.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A store in this JVM, which never fails.
public final class MemoryStore implements StoreUnderTest {
    private final ConcurrentSkipListMap<String, String> objects = new ConcurrentSkipListMap<>();
    private final AtomicInteger prefixes = new AtomicInteger();

    @Override
    public String newPrefix() {
        return "weft/test/%d/".formatted(prefixes.incrementAndGet());
    }

    @Override
    public Workloads below(String prefix) {
        return Workloads.of(
                (item, trace) -> {
                    trace.requestStarted();
                    trace.attempt();
                    objects.put(ObjectKey.of(prefix, item.index(), item.name()), bytes(item));
                    return new Outcome.Stored("etag");
                });
    }

    private static String bytes(Item item) {
        try (InputStream stream = item.content().open()) {
            return HexFormat.of().formatHex(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> objects(String prefix) {
        Map<String, String> below = new TreeMap<>(objects);
        below.keySet().removeIf(key -> !key.startsWith(prefix));
        return below;
    }

    @Override
    public void close() {}
}
