package dev.weft.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.ReadResult;
import dev.weft.csv.RecordException;
import dev.weft.testing.Jvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileSharingTest {
    private static final int ROWS = 100;

    @TempDir Path folder;

    @Test
    void rowsOfSeveralThreadsNeverMix() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (String run : List.of("a", "b", "c", "d")) {
            writers.add(() -> appendRows(path(), run));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }

        assertEveryRowIsThere(List.of("a", "b", "c", "d"));
    }

    @Test
    void rowsOfSeveralJvmsNeverMix() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (String run : List.of("a", "b", "c")) {
            writers.add(Jvm.start(Appender.class, path().toString(), run));
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }

        assertEveryRowIsThere(List.of("a", "b", "c"));
    }

    /// What another JVM does.
    static final class Appender {
        public static void main(String[] arguments) throws Exception {
            appendRows(Path.of(arguments[0]), arguments[1]);
        }
    }

    private Path path() {
        return folder.resolve("results.csv");
    }

    private static Void appendRows(Path path, String run) throws RecordException {
        // Two of them, so that closing one could drop the lock of the other.
        ResultsFile one = new ResultsFile(path);
        ResultsFile other = new ResultsFile(path);
        for (int order = 0; order < ROWS; order += 2) {
            one.append(OddRows.ofRun(run, order));
            other.append(OddRows.ofRun(run, order + 1));
        }
        return null;
    }

    private void assertEveryRowIsThere(List<String> runs) throws RecordException {
        ReadResult<PassRow> readout = new ResultsFile(path()).read();

        Map<String, List<Integer>> orders =
                readout.rows().stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.place().runId(),
                                        Collectors.mapping(
                                                row -> row.place().order(), Collectors.toList())));
        assertThat(readout.corruptLines()).isEmpty();
        assertThat(orders).containsOnlyKeys(runs);
        assertThat(orders.values()).containsOnly(IntStream.range(0, ROWS).boxed().toList());
    }
}
