package dev.weft.calibrate;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.run.Ticker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// Uploads a body of random bytes over each of several connections at once. Each connection has its
/// own object, which every round overwrites.
final class ParallelRound implements BandwidthProbe.Round {
    private static final int SEED = 1;

    private final UploadTimer timer;
    private final Ticker ticker;
    private final ExecutorService threads;
    private final List<String> keys;
    private final byte[] randomBytes = new byte[BandwidthProbe.LARGEST_BYTES];

    /// @param threads one thread per connection
    ParallelRound(UploadTimer timer, Ticker ticker, ExecutorService threads, int connections) {
        this.timer = timer;
        this.ticker = ticker;
        this.threads = threads;
        this.keys = Stream.generate(timer::newKey).limit(connections).toList();
        new Random(SEED).nextBytes(randomBytes);
    }

    @Override
    public long nanos(int bytesEach) throws CalibrationException, InterruptedException {
        Item item = item(Arrays.copyOf(randomBytes, bytesEach));
        List<ProbeClient.Ready> uploads = new ArrayList<>();
        for (String key : keys) {
            uploads.add(timer.prepare(key, item));
        }
        long start = ticker.nanos();
        List<Future<Long>> ends =
                uploads.stream()
                        .map(
                                upload ->
                                        threads.submit(
                                                () -> {
                                                    upload.send();
                                                    return ticker.nanos();
                                                }))
                        .toList();
        long last = start;
        for (Future<Long> end : ends) {
            last = Math.max(last, await(end));
        }
        return last - start;
    }

    private static long await(Future<Long> end) throws CalibrationException, InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CalibrationException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Item item(byte[] bytes) {
        CRC32 crc32 = new CRC32();
        crc32.update(bytes);
        return new Item(0, "noise", bytes.length, crc32.getValue(), new Content.InMemory(bytes));
    }
}
