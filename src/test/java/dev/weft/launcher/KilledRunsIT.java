package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.ReadResult;
import dev.weft.plan.FairnessContract;
import dev.weft.record.ResultsFile;
import dev.weft.record.TimingsFile;
import dev.weft.server.ServerStartException;
import dev.weft.store.S3Bucket;
import dev.weft.testing.Embedded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random moments of a run: nothing that was flushed is lost, and `weft clean` finds
/// what is left. `-Dweft.kills=50` kills as often; `make evidence` does.
class KilledRunsIT {
    private static final int KILLS = Integer.getInteger("weft.kills", 3);
    private static final long SEED = Long.getLong("weft.seed", 1);

    /// A little longer than the run takes, so that some moments lie behind its last pass.
    private static final double LONGER = 1.05;

    @TempDir Path folder;

    private final List<StartedWeft> started = new ArrayList<>();
    private Embedded server;

    @BeforeEach
    void startServer() throws IOException, ServerStartException {
        server =
                Embedded.start(
                        Files.createDirectory(folder.resolve("server")), Duration.ofMillis(2));
    }

    @AfterEach
    void end() {
        started.forEach(weft -> weft.process().destroyForcibly());
        server.close();
    }

    @Test
    void loseNothingThatWasFlushedAndLeaveNothingThatCleanDoesNotFind() throws Exception {
        long began = System.nanoTime();
        run().assertWell();
        double wholeNanos = (System.nanoTime() - began) * LONGER;
        int rowsOfARun = rows().rows().size();
        Random random = new Random(SEED);
        List<String> moments = new ArrayList<>();
        int unfinished = 0;
        int left = 0;
        int children = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int before = rows().rows().size();
            StartedWeft weft = run();
            TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * wholeNanos));
            children += weft.jvms();
            weft.process().destroyForcibly().waitFor();
            weft.assertNoneLeft();

            ReadResult<?> after = rows();
            assertThat(after.rows()).hasSizeBetween(before, before + rowsOfARun);
            assertThat(after.corruptLines())
                    .as("at most the last line")
                    .hasSizeLessThanOrEqualTo(1);
            unfinished += after.corruptLines().size() + damagedTimings();
            left += keys() > 0 ? 1 : 0;
            clean();
            assertThat(keys()).as("keys after kill %d", kill).isZero();
            moments.add("%d rows".formatted(after.rows().size() - before));
        }
        assertThat(children).as("JVMs that were seen before the kills").isPositive();
        int before = rows().rows().size();
        run().assertWell();
        assertThat(rows().rows()).hasSize(before + rowsOfARun);
        assertThat(rows().corruptLines()).isEmpty();
        System.out.printf(
                "killed %d runs (seed %d): objects were left by %d, unfinished lines by %d; rows of each: %s%n",
                KILLS, SEED, left, unfinished, moments);
    }

    private StartedWeft run() throws IOException {
        StartedWeft weft =
                StartedWeft.against(
                        server.target(),
                        folder,
                        List.of(),
                        "run",
                        "--mode=all",
                        "--files=300",
                        "--file-size=1KiB",
                        "--concurrency=16",
                        "--repetitions=1",
                        "--warmup=100",
                        "--passes=2",
                        "--quiet");
        started.add(weft);
        return weft;
    }

    private void clean() throws IOException, InterruptedException {
        StartedWeft clean =
                StartedWeft.against(server.target(), folder, List.of(), "clean", "--all", "--yes");
        clean.assertWell();
    }

    private ReadResult<?> rows() throws Exception {
        return new ResultsFile(folder.resolve("benchmark/results.csv")).read();
    }

    /// How many timings end in a line that was cut off. All lines before it are read.
    private int damagedTimings() throws Exception {
        int damaged = 0;
        try (Stream<Path> files = Files.walk(folder.resolve("benchmark/runs"))) {
            for (Path file : files.filter(path -> path.endsWith("timings.csv")).toList()) {
                ReadResult<?> timings = TimingsFile.read(file);
                assertThat(timings.corruptLines()).as(file.toString()).hasSizeLessThanOrEqualTo(1);
                damaged += timings.corruptLines().size();
            }
        }
        return damaged;
    }

    private int keys() {
        try (S3Bucket bucket = new S3Bucket(server.target(), FairnessContract.standard(1))) {
            List<String> keys = new ArrayList<>();
            bucket.list("").forEachRemaining(object -> keys.add(object.key()));
            return keys.size();
        }
    }
}
