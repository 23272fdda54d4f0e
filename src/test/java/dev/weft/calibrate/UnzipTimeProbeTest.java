package dev.weft.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.archive.UnzipStage;
import dev.weft.run.Ticker;
import dev.weft.testing.FakeTicker;
import dev.weft.testing.SmallZip;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnzipTimeProbeTest {
    private static final int FILES = 20;

    @TempDir private Path folder;
    private Path zip;

    @BeforeEach
    void write() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int index = 0; index < FILES; index++) {
            files.put("file " + index, SmallZip.noise(100));
        }
        zip = SmallZip.write(folder.resolve("files.zip"), files);
    }

    /// The ticker is read once a file and once more at the end.
    @Test
    void goesOnceOverTheWholeArchive() throws Exception {
        assertThat(measured(new FakeTicker(Duration.ofMillis(1))))
                .isEqualTo(Duration.ofMillis(FILES + 1));
    }

    @Test
    void theShortestRoundCountsButNotTheWarmOne() throws Exception {
        assertThat(measured(new Rounds())).isEqualTo(Duration.ofMillis(5 * (FILES + 1)));
    }

    /// 1 ms a file in the warm round, 5 in the third after it, 10 in all others.
    private static final class Rounds implements Ticker {
        /// Once a file, and at both ends.
        private static final int READS = FILES + 2;

        private long nanos;
        private int reads;

        @Override
        public long nanos() {
            long now = nanos;
            nanos += Duration.ofMillis(step(reads++)).toNanos();
            return now;
        }

        private static int step(int read) {
            if (read < READS) {
                return 1;
            }
            // One read before the rounds, and one before each of them.
            int round = (read - READS - 1) / (READS + 1) + 1;
            return round == 3 ? 5 : 10;
        }
    }

    /// A second for each file: broken off at the tenth.
    @Test
    void aLongRoundIsBrokenOffAndTheRestTakenToBeAsFast() throws Exception {
        assertThat(measured(new FakeTicker(Duration.ofSeconds(1))))
                .isEqualTo(Duration.ofSeconds(FILES));
    }

    private Duration measured(Ticker ticker) throws Exception {
        try (UnzipStage archive = UnzipStage.open(zip, 1_000)) {
            return new UnzipTimeProbe(ticker).measure(archive);
        }
    }
}
