package dev.weft.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.ReadResult;
import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.runjson.RunFile;
import dev.weft.testing.Mutations;
import dev.weft.testing.Passes;
import dev.weft.testing.RunDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The files of a run with a few bytes changed at random, from a seed.
@Timeout(600)
class MutatedFilesTest {
    private static final int ROWS = 12;

    @TempDir Path folder;

    static LongStream seeds() {
        return Mutations.seeds();
    }

    /// What reads the rows of a file.
    private interface Reader<R> {
        ReadResult<R> read(Path path) throws RecordException;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void resultsGiveTheirRowsOrTheDamage(long seed) throws Exception {
        Path path = folder.resolve("results.csv");
        writeResults(path);
        check(seed, path, file -> new ResultsFile(file).read());
    }

    private static void writeResults(Path path) throws RecordException {
        ResultsFile results = new ResultsFile(path);
        for (int row = 0; row < ROWS; row++) {
            var _ =
                    results.append(
                            switch (row % 4) {
                                case 0 -> OddRows.bare();
                                case 1 -> OddRows.failing("two\nlines, \"quoted\"");
                                case 2 -> OddRows.dead();
                                default -> Passes.of(ModeName.ASYNC).row();
                            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void resultsTakeTheNextRowOrAreRefused(long seed) throws Exception {
        Path path = folder.resolve("results.csv");
        writeResults(path);
        byte[] whole = Files.readAllBytes(path);
        ResultsFile results = new ResultsFile(path);
        PassRow next = Passes.of(ModeName.VIRTUAL).row();
        Mutations mutations = new Mutations(seed);
        int taken = 0;
        for (int round = 0; round < Mutations.count(); round++) {
            byte[] mutated = mutated(mutations, whole);
            Files.write(path, mutated);
            try {
                var _ = results.append(next);
            } catch (RecordException e) {
                assertThat(firstLine(mutated)).isNotEqualTo(firstLine(whole));
                assertThat(path).hasBinaryContent(mutated);
                continue;
            }
            assertThat(results.read().rows().getLast()).isEqualTo(next);
            taken++;
        }
        assertThat(taken).isBetween(Mutations.count() / 2, Mutations.count() - 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void timingsGiveTheirRowsOrTheDamage(long seed) throws Exception {
        Path path = folder.resolve("timings.csv");
        try (TimingsFile timings = TimingsFile.open(path, "r,1")) {
            for (int row = 0; row < ROWS; row++) {
                timings.record(TimingsFileTest.row("file \"%d\", é\n".formatted(row), row));
            }
        }
        check(seed, path, TimingsFile::read);
    }

    private static <R> void check(long seed, Path path, Reader<R> reader) throws Exception {
        byte[] whole = Files.readAllBytes(path);
        List<R> rows = reader.read(path).rows();
        assertThat(rows).hasSize(ROWS);
        Mutations mutations = new Mutations(seed);
        int read = 0;
        int damaged = 0;
        for (int round = 0; round < Mutations.count(); round++) {
            byte[] mutated = mutated(mutations, whole);
            Files.write(path, mutated);
            ReadResult<R> readout;
            try {
                readout = reader.read(path);
            } catch (RecordException e) {
                assertThat(e).hasMessageContaining(path.toString());
                assertThat(firstLine(mutated)).isNotEqualTo(firstLine(whole));
                continue;
            } catch (RuntimeException e) {
                throw new AssertionError("seed %d, round %d".formatted(seed, round), e);
            }
            int untouched = Math.max(0, lineEnds(mutated, Arrays.mismatch(whole, mutated)) - 1);
            assertThat(readout.rows()).hasSizeGreaterThanOrEqualTo(untouched);
            assertThat(readout.rows().subList(0, untouched)).isEqualTo(rows.subList(0, untouched));
            assertThat(readout.rows().size() + readout.corruptLines().size())
                    .as("every line is a row or a damage; seed %d, round %d", seed, round)
                    .isEqualTo(lines(mutated) - header(mutated));
            read += readout.rows().size();
            damaged += readout.corruptLines().size();
        }
        assertThat(read).isGreaterThan(damaged);
        assertThat(damaged).isGreaterThan(Mutations.count() / 10);
    }

    private static byte[] mutated(Mutations mutations, byte[] whole) {
        byte[] mutated;
        do {
            mutated =
                    mutations.random().nextInt(3) == 0
                            ? mutations.ofPieces(whole)
                            : mutations.ofCharacters(whole);
        } while (Arrays.equals(mutated, whole));
        return mutated;
    }

    private static String firstLine(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).split("\n", 2)[0];
    }

    /// How many lines there are, one without an end counted.
    private static int lines(byte[] bytes) {
        boolean unfinished = bytes.length > 0 && bytes[bytes.length - 1] != '\n';
        return lineEnds(bytes, bytes.length) + (unfinished ? 1 : 0);
    }

    /// How many lines are the header: none where that is cut off, which is a damage.
    private static int header(byte[] bytes) {
        return lineEnds(bytes, bytes.length) == 0 ? 0 : 1;
    }

    private static int lineEnds(byte[] bytes, int before) {
        return (int)
                IntStream.range(0, Math.min(before, bytes.length))
                        .filter(at -> bytes[at] == '\n')
                        .count();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void particularsAreReadOrRefused(long seed) throws IOException, RecordException {
        RunFile file = new RunFile(folder.resolve("run.json"));
        file.write(RunDocuments.calibrated());
        byte[] whole = Files.readAllBytes(file.path());
        Mutations mutations = new Mutations(seed);
        int refused = 0;
        for (int round = 0; round < Mutations.count(); round++) {
            Files.write(file.path(), mutated(mutations, whole));
            try {
                assertThat(file.read()).isNotNull();
            } catch (RecordException e) {
                assertThat(e).hasMessageContaining(file.path().toString());
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed %d, round %d".formatted(seed, round), e);
            }
        }
        assertThat(refused).isBetween(Mutations.count() / 10, Mutations.count() - 1);
    }
}
