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

/// Puts a body of random bytes over each of several connections at once. Each connection has an
/// object of its own, which every round writes anew.
final class ParallelRound implements BandwidthProbe.Round {
    private static final int SEED = 1;

    private final UploadTimer sender;
    private final Ticker ticker;
    private final ExecutorService threads;
    private final List<String> keys;
    private final byte[] noise = new byte[BandwidthProbe.LARGEST_BYTES];

    /// @param threads as many as there are connections
    ParallelRound(UploadTimer sender, Ticker ticker, ExecutorService threads, int connections) {
        this.sender = sender;
        this.ticker = ticker;
        this.threads = threads;
        this.keys = Stream.generate(sender::newKey).limit(connections).toList();
        new Random(SEED).nextBytes(noise);
    }

    @Override
    public long nanos(int bytesEach) throws CalibrationException, InterruptedException {
        Item item = item(Arrays.copyOf(noise, bytesEach));
        List<ProbeClient.Ready> uploads = new ArrayList<>();
        for (String key : keys) {
            uploads.add(sender.prepare(key, item));
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
