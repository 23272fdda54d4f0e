package dev.weft.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.ReadResult;
import dev.weft.plan.ModeName;
import dev.weft.record.WarmupFile.WarmupRow;
import dev.weft.record.WarmupResult.WarmupSlice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmupFileTest {
    private static final WarmupRow FIRST =
            new WarmupRow(
                    "run,1",
                    "t1-virtual",
                    ModeName.VIRTUAL,
                    32,
                    new WarmupSlice(
                            1,
                            1_000,
                            1_200,
                            true,
                            Duration.ofMillis(1_250),
                            Optional.of(Duration.ofMillis(3_100)),
                            Optional.of(Duration.ofMillis(1_730)),
                            OptionalLong.of(4),
                            OptionalLong.of(96L << 20)),
                    false);

    static final WarmupRow UNKNOWN =
            new WarmupRow(
                    "run,1",
                    "t2-async",
                    ModeName.ASYNC,
                    32,
                    new WarmupSlice(
                            14,
                            750,
                            14_950,
                            false,
                            Duration.ofMillis(980),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty()),
                    true);

    @TempDir Path folder;

    @Test
    void readsBackWhatItWrote() throws Exception {
        WarmupFile file = file();
        file.append(List.of(FIRST));
        file.append(List.of(UNKNOWN, FIRST));

        assertThat(file.read())
                .isEqualTo(new ReadResult<>(List.of(FIRST, UNKNOWN, FIRST), List.of()));
        assertThat(Files.readAllLines(file.path())).hasSize(4);
    }

    @Test
    void liesBesideTheTimings() {
        assertThat(file().path()).isEqualTo(folder.resolve("warmup.csv"));
    }

    @Test
    void reportsRowsThatCannotBeRead() throws Exception {
        WarmupFile file = file();
        file.append(List.of(FIRST));
        Files.writeString(
                file.path(),
                WarmupFile.line(FIRST).replace("true", "maybe"),
                StandardOpenOption.APPEND);

        ReadResult<WarmupRow> read = file.read();

        assertThat(read.rows()).containsExactly(FIRST);
        assertThat(read.corruptLines())
                .singleElement()
                .satisfies(damage -> assertThat(damage.reason()).contains("undelayed", "maybe"));
    }

    private WarmupFile file() {
        return WarmupFile.beside(folder.resolve("timings.csv"));
    }
}
