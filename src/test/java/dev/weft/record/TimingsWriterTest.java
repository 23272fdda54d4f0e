package dev.weft.record;

import static dev.weft.record.TimingsFileTest.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.csv.LineFile;
import dev.weft.csv.RecordException;
import dev.weft.testing.FullDisk;
import dev.weft.testing.StuckDisk;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TimingsWriterTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Duration SHORTLY = Duration.ofMillis(1);

    @TempDir Path folder;
    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("timings.csv");
    }

    @Test
    void writesWithoutBeingAsked() throws Exception {
        try (TimingsFile timings = TimingsFile.open(path, "r1")) {
            timings.record(row(0));

            while (rows() < 1) {
                Thread.sleep(1);
            }
        }
    }

    @Test
    void makesRoomLongBeforeTheNextIntervalWhenTheQueueIsFull() throws Exception {
        try (TimingsFile timings =
                TimingsFile.open(path, "r1", LineFile.FileOpener::readWrite, 4, FOR_EVER)) {
            for (int i = 0; i < 1_000; i++) {
                timings.record(row(i));
            }
        }

        assertThat(rows()).isEqualTo(1_000);
    }

    @Test
    void makesProducersWaitWhereTheDiskCannotKeepUp() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        BlockingQueue<StuckDisk> disks = new LinkedBlockingQueue<>();
        try (TimingsFile timings =
                TimingsFile.open(
                        path,
                        "r1",
                        file -> {
                            disks.add(new StuckDisk(file));
                            return disks.element();
                        },
                        4,
                        SHORTLY)) {
            disks.element().hold();
            Thread producer =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int i = 0; i < 100; i++) {
                                            timings.record(row(i));
                                        }
                                        interrupted.set(Thread.interrupted());
                                    });

            awaitWaiting(producer);
            // Not even an interrupt makes it drop a row.
            producer.interrupt();
            awaitWaiting(producer);
            disks.element().release();
            producer.join();
        }

        assertThat(rows()).isEqualTo(100);
        assertThat(interrupted).isTrue();
    }

    @Test
    void saysHowManyRowsAFullDiskLost() throws Exception {
        TimingsFile timings =
                TimingsFile.open(path, "r1", file -> new FullDisk(file, 400), 4, SHORTLY);
        timings.record(row(0));
        timings.flush();
        String kept = Files.readString(path);

        recordMore(timings);

        String message =
                "100 timings are missing in %s (No space left on device): what was written before"
                        + " is kept; free some space";
        assertThat(message(timings::flush)).isEqualTo(message.formatted(path));
        assertThat(message(timings::close)).isEqualTo(message.formatted(path));
        assertThat(path).hasContent(kept);
    }

    @Test
    void holdsNobodyUpWhereTheWriterItselfBreaks() throws Exception {
        TimingsFile timings = TimingsFile.open(path, "r1", BrokenDisk::new, 4, SHORTLY);

        recordMore(timings);

        assertThat(message(timings::close))
                .startsWith("100 timings are missing in %s (".formatted(path))
                .contains("no heap");
    }

    /// More rows than the queue holds, and more than fit on the disk of these tests.
    private static void recordMore(TimingsFile timings) {
        for (int i = 1; i <= 100; i++) {
            timings.record(row("x".repeat(500), i));
        }
    }

    private static String message(ThrowingCallable call) {
        return String.valueOf(catchThrowableOfType(RecordException.class, call).getMessage());
    }

    /// Takes the header; then nothing works any more.
    private static final class BrokenDisk extends RandomAccessFile {
        BrokenDisk(Path path) throws IOException {
            super(path.toFile(), "rw");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length() > 0 && length > 0) {
                throw new OutOfMemoryError("no heap");
            }
            super.write(bytes, offset, length);
        }
    }

    private long rows() throws IOException {
        try (var lines = Files.lines(path)) {
            return lines.count() - 1;
        }
    }

    private static void awaitWaiting(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.WAITING || thread.isInterrupted()) {
            Thread.sleep(1);
        }
    }
}
