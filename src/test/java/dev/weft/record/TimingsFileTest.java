package dev.weft.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.weft.csv.CorruptLine;
import dev.weft.csv.ReadResult;
import dev.weft.csv.RecordException;
import dev.weft.record.TimingColumns.TimingLines;
import dev.weft.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimingsFileTest {
    private static final ItemRow FAILED =
            new ItemRow(
                    "t1-async",
                    2,
                    7,
                    "a \"quoted\", name\n\\with\r\nlines",
                    0,
                    OptionalLong.empty(),
                    1_000,
                    OptionalLong.empty(),
                    2_000,
                    0,
                    OptionalInt.of(0),
                    OptionalLong.empty(),
                    Optional.of("SlowDown"));

    @TempDir Path folder;
    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("runs/r1/timings.csv");
    }

    @Test
    void writesTheKnownText() throws Exception {
        write("r1", row(0), FAILED, row(1));

        Golden.of(TimingsFileTest.class, "timings.csv").check(Files.readString(path));
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        write("r,1", row(0), FAILED, row(1));

        assertThat(TimingsFile.read(path))
                .isEqualTo(
                        new ReadResult<>(
                                List.of(
                                        new TimingRow("r,1", row(0)),
                                        new TimingRow("r,1", FAILED),
                                        new TimingRow("r,1", row(1))),
                                List.of()));
    }

    @Test
    void leavesItemsOfAWarmUpOut() throws Exception {
        write("r1", row(0), inPass(0, row(1)), row(2));

        assertThat(TimingsFile.read(path).rows())
                .extracting(row -> row.item().index())
                .containsExactly(0, 2);
    }

    private static ItemRow inPass(int pass, ItemRow row) {
        return new ItemRow(
                row.trialId(),
                pass,
                row.index(),
                row.name(),
                row.bytes(),
                row.unzipNanos(),
                row.handedOutNanos(),
                row.startedNanos(),
                row.endedNanos(),
                row.attempts(),
                row.throttled(),
                row.connectionWaitNanos(),
                row.failure());
    }

    @Test
    void writesQuicklyWhatTheColumnsSay() {
        Random random = new Random(3);
        TimingLines quick = new TimingLines("run, one");
        for (int round = 0; round < 5_000; round++) {
            ItemRow row = random(random);
            StringBuilder line = new StringBuilder();

            quick.append(line, row);

            assertThat(line.toString())
                    .isEqualTo(TimingColumns.FORMAT.line(new TimingRow("run, one", row)));
        }
    }

    @Test
    void writesTheHeaderAtOnceAndOnlyOnce() throws Exception {
        try (TimingsFile _ = TimingsFile.open(path, "r1")) {
            assertThat(Files.readString(path)).startsWith("run_id,").endsWith("code\n");
        }

        write("r1", row(0));

        assertThat(Files.readAllLines(path)).hasSize(2);
    }

    @Test
    void hasEveryRowAfterAFlush() throws Exception {
        try (TimingsFile timings = TimingsFile.open(path, "r1")) {
            for (int i = 0; i < 1_000; i++) {
                timings.record(row(i));
            }
            timings.flush();

            assertThat(indexes()).hasSize(1_000).isSorted();
        }
    }

    @Test
    void losesNoRowOfSeveralThreads() throws Exception {
        try (TimingsFile timings = TimingsFile.open(path, "r1");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> producers = new ArrayList<>();
            for (int producer = 0; producer < 50; producer++) {
                int first = producer * 1_000;
                producers.add(
                        () -> {
                            for (int i = 0; i < 1_000; i++) {
                                timings.record(row(first + i));
                            }
                            return null;
                        });
            }
            for (Future<Void> producer : threads.invokeAll(producers)) {
                producer.get();
            }
        }

        assertThat(indexes()).hasSize(50_000).doesNotHaveDuplicates();
    }

    @Test
    void mixesNoRowsOfSeveralWriters() throws Exception {
        try (TimingsFile one = TimingsFile.open(path, "r1");
                TimingsFile other = TimingsFile.open(path, "r1")) {
            for (int i = 0; i < 2_000; i += 2) {
                one.record(row(i));
                other.record(row(i + 1));
            }
        }

        assertThat(indexes()).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(TimingsFile.read(path).corruptLines()).isEmpty();
    }

    @Test
    void movesTheLineOfAKilledJvmAside() throws Exception {
        write("r1", row(0));
        Files.writeString(path, "r1,t,1,5,\"na", StandardOpenOption.APPEND);

        try (TimingsFile timings = TimingsFile.open(path, "r1")) {
            timings.record(row(1));
            assertThat(timings.movedLines())
                    .extracting(CorruptLine::text)
                    .containsExactly("r1,t,1,5,\"na");
        }

        assertThat(indexes()).containsExactly(0, 1);
    }

    @Test
    void closesTwice() throws Exception {
        TimingsFile timings = TimingsFile.open(path, "r1");
        timings.close();

        timings.close();

        assertThatIllegalStateException().isThrownBy(() -> timings.record(row(0)));
    }

    @Test
    void reportsRowsThatContradictThemselves() throws Exception {
        write("r1", row(0));
        Files.writeString(
                path,
                """
                r1,t,1,0,n,1,1,1,1,1,1,,1,maybe,
                r1,t,1,0,n,1,1,1,1,1,1,,1,stored,SlowDown
                r1,t,1,0,n,1,1,soon,1,1,1,,1,stored,
                """,
                StandardOpenOption.APPEND);

        assertThat(TimingsFile.read(path).corruptLines())
                .extracting(CorruptLine::reason)
                .containsExactly(
                        "outcome should be failed, not \"maybe\"",
                        "it was stored, yet it has a code",
                        "handed_out_us should be a whole number, not \"soon\"");
    }

    private List<Integer> indexes() throws RecordException {
        return TimingsFile.read(path).rows().stream().map(row -> row.item().index()).toList();
    }

    private void write(String runId, ItemRow... rows) throws RecordException {
        try (TimingsFile timings = TimingsFile.open(path, runId)) {
            for (ItemRow row : rows) {
                timings.record(row);
            }
        }
    }

    static ItemRow row(int index) {
        return row("file-%05d.bin".formatted(index), index);
    }

    static ItemRow row(String name, int index) {
        return new ItemRow(
                "t1-async",
                1,
                index,
                name,
                102_400,
                OptionalLong.of(61_000),
                1_234_000,
                OptionalLong.of(1_300_000),
                21_500_000,
                1,
                OptionalInt.of(0),
                OptionalLong.of(17_000),
                Optional.empty());
    }

    private static ItemRow random(Random random) {
        String[] texts = {"plain", "", "a,b", "\"", "#", " ", "line\nline", "\\", "é"};
        return new ItemRow(
                texts[random.nextInt(texts.length)],
                random.nextInt(10),
                random.nextInt(),
                texts[random.nextInt(texts.length)],
                random.nextLong(),
                random.nextBoolean()
                        ? OptionalLong.empty()
                        : OptionalLong.of(random.nextLong(1_000_000)),
                random.nextLong(Long.MAX_VALUE / 2),
                random.nextBoolean()
                        ? OptionalLong.empty()
                        : OptionalLong.of(random.nextLong(1_000_000)),
                random.nextInt(100_000),
                random.nextInt(4),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(4)),
                random.nextBoolean()
                        ? OptionalLong.empty()
                        : OptionalLong.of(random.nextLong(1_000_000)),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(texts[random.nextInt(texts.length)]));
    }
}
