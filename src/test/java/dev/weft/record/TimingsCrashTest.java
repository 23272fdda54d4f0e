package dev.weft.record;

import static dev.weft.record.TimingsFileTest.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.ReadResult;
import dev.weft.testing.Jvm;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TimingsCrashTest {
    @TempDir Path folder;

    @RepeatedTest(5)
    void aKilledJvmLosesNothingThatWasFlushed(RepetitionInfo repetition) throws Exception {
        Path path = folder.resolve("timings.csv");
        int flushes = new Random(repetition.getCurrentRepetition()).nextInt(1, 200);
        Process writer = Jvm.start(Writer.class, path.toString());
        int flushed = 0;
        try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < flushes; i++) {
                flushed = Integer.parseInt(said.readLine());
            }
            writer.destroyForcibly().waitFor();
        }

        List<Integer> left = indexes(TimingsFile.read(path));
        boolean cutOff = !TimingsFile.read(path).corruptLines().isEmpty();
        boolean moved;
        try (TimingsFile next = TimingsFile.open(path, "r1")) {
            next.record(row(-1));
            moved = !next.movedLines().isEmpty();
        }
        ReadResult<TimingRow> after = TimingsFile.read(path);

        assertThat(left).hasSizeGreaterThanOrEqualTo(flushed);
        assertThat(left).isEqualTo(IntStream.range(0, left.size()).boxed().toList());
        assertThat(moved).isEqualTo(cutOff);
        assertThat(after.corruptLines()).isEmpty();
        assertThat(indexes(after)).startsWith(left.toArray(Integer[]::new)).endsWith(-1);
        assertThat(after.rows()).hasSize(left.size() + 1);
    }

    /// The killed JVM: prints how many rows are flushed.
    static final class Writer {
        public static void main(String[] arguments) throws Exception {
            TimingsFile timings = TimingsFile.open(Path.of(arguments[0]), "r1");
            for (int i = 0; true; i++) {
                timings.record(row(i));
                if (i % 100 == 99) {
                    timings.flush();
                    System.out.println(i + 1);
                }
            }
        }
    }

    private static List<Integer> indexes(ReadResult<TimingRow> readout) {
        return readout.rows().stream().map(row -> row.item().index()).toList();
    }
}
