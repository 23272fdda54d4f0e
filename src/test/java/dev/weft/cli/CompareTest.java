package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.record.PassRow.Software;
import dev.weft.record.PassStatus;
import dev.weft.record.ResultsFile;
import dev.weft.session.ExitCode;
import dev.weft.testing.Golden;
import dev.weft.testing.Passes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `compare` with made-up results: three JVMs per run, 1% apart.
class CompareTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<Double> NOISE = List.of(0.99, 1.0, 1.01);

    @TempDir private Path folder;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(folder.resolve("benchmark"));
    }

    @Test
    void saysOfEachModeWhatChanged() throws Exception {
        measured("old", 9_000, 400, 400, 400);
        measured("new", 9_000, 300, 404, 480);

        Invocation compared = compare("old", "new");

        assertThat(compared.exitCode()).as(compared.err()).isEqualTo(ExitCode.OK);
        assertThat(compared.err()).isEmpty();
        Golden.of(CompareTest.class, "compare.txt").check(compared.out());
    }

    @Test
    void withFiveRunsOnEachSideTheRunIsTheUnit() throws Exception {
        for (int run = 1; run <= 5; run++) {
            append("old.csv", "o" + run, 400 + run);
            append("new.csv", "n" + run, 480 + run);
        }

        Invocation compared = compare("old.csv", "new.csv");

        assertThat(compared.exitCode()).as(compared.err()).isEqualTo(ExitCode.OK);
        Golden.of(CompareTest.class, "compare-runs.txt").check(compared.out());
    }

    @Test
    void oneJvmOnEachSideTellsNothing() throws Exception {
        append("a.csv", "a", 400, 1);
        append("b.csv", "b", 800, 1);

        assertThat(compare("a.csv", "b.csv").out()).contains("2.00", "cannot tell");
        assertThat(compare("a.csv", "b.csv", "--fail-if-slower=5%").exitCode())
                .as("what cannot be told is no failure")
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aRunIsTakenFromTheFileThatIsNamedWithIt() throws Exception {
        append("mine.csv", "a", 400);
        append("mine.csv", "b", 800);

        Invocation compared = compare("mine.csv@a", "mine.csv@b");

        assertThat(compared.exitCode()).as(compared.err()).isEqualTo(ExitCode.OK);
        assertThat(compared.out()).contains("0.400 s", "0.800 s", "2.00", "slower");
    }

    @Test
    void aFileMayHaveAnAtInItsName() throws Exception {
        append("me@home.csv", "a", 400);
        append("me@home.csv", "b", 800);

        assertThat(compare("me@home.csv@a", "me@home.csv@b").out()).contains("2.00");
        assertThat(compare("me@home.csv", "me@home.csv").out()).contains("1.00");
    }

    @Test
    void namesTheRunThatIsNotThereAndTheNewestThatIs() throws Exception {
        measured("old", 9_000, 400, 400, 400);

        Invocation unknown = compare("old", "holiday");

        assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err())
                .isEqualTo(
                        "weft: 'holiday' is neither a file of results nor a run in results.csv; the newest run there is old\n");
        assertThat(compare("old", "nowhere.csv@old").err())
                .isEqualTo(
                        "weft: 'nowhere.csv@old' is neither a file of results nor a run in nowhere.csv\n");
    }

    @Test
    void aFileThatHoldsNoResultsIsNoRegression() throws Exception {
        append("old.csv", "a", 400);
        Files.writeString(folder.resolve("photos.csv"), "name,size\na.jpg,12\n");

        Invocation compared = compare("old.csv", "photos.csv", "--fail-if-slower=5%");

        assertThat(compared.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(compared.err()).contains("photos.csv");
    }

    @Test
    void aLineThatIsCutOffIsTold() throws Exception {
        append("old.csv", "a", 400);
        append("new.csv", "b", 400);
        Files.writeString(folder.resolve("new.csv"), "2,b,half a l", StandardOpenOption.APPEND);

        Invocation compared = compare("old.csv", "new.csv");

        assertThat(compared.exitCode()).as(compared.err()).isEqualTo(ExitCode.OK);
        assertThat(compared.err()).contains("new.csv");
    }

    @Test
    void refusesOtherConditionsAndNamesThem() throws Exception {
        append("old.csv", "a", 400);
        for (int block = 1; block <= 3; block++) {
            append("new.csv", onAnotherJdk(pass("b", block, 800).fairness("ba9876543210").row()));
        }

        Invocation refused = compare("old.csv", "new.csv");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .isEqualTo(
                        "weft: old.csv and new.csv were not measured under the same conditions: jdk (25.0.1+8, then 26+1), java_options (none, then -Xmx64m); add --force to compare them all the same\n");

        Invocation forced = compare("old.csv", "new.csv", "--force");

        assertThat(forced.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(forced.err())
                .isEqualTo(
                        "weft: the conditions differ: jdk (25.0.1+8, then 26+1), java_options (none, then -Xmx64m)\n");
        assertThat(forced.out()).contains("2.00", "slower");
    }

    /// Both sides have logarithms of a deviation of 0.01, which is a standard error of 0.00817; t
    /// with 4 degrees of freedom is 2.776: the interval of 1.2 begins at 1.173.
    @Test
    void failsWhereTheWholeIntervalIsAboveTheLimit() throws Exception {
        append("old.csv", "a", 400);
        append("new.csv", "b", 480);

        Invocation failed = compare("old.csv", "new.csv", "--fail-if-slower=17%");
        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.err())
                .isEqualTo(
                        "weft: virtual with 500 files, 64 at once became slower by more than 17%\n");
        assertThat(failed.out()).contains("slower");

        assertThat(compare("old.csv", "new.csv", "--fail-if-slower=18%").exitCode())
                .as("20%, but not for certain more than 18%")
                .isEqualTo(ExitCode.OK);
        assertThat(compare("new.csv", "old.csv", "--fail-if-slower=0%").exitCode())
                .as("it became faster")
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void namesTheLimitAsExactlyAsItWasGiven() throws Exception {
        append("old.csv", "a", 400);
        append("new.csv", "b", 480);

        assertThat(compare("old.csv", "new.csv", "--fail-if-slower=2.5%").err())
                .contains("slower by more than 2.5%");
        assertThat(compare("old.csv", "new.csv", "--fail-if-slower=0.5%").err())
                .contains("slower by more than 0.5%");
    }

    @Test
    void saysWhereTwoResultsHaveNothingInCommon() throws Exception {
        append("old.csv", Passes.of(ModeName.ASYNC).run("a").row());
        append("new.csv", Passes.of(ModeName.VIRTUAL).run("b").row());

        Invocation compared = compare("old.csv", "new.csv");

        assertThat(compared.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(compared.err())
                .isEqualTo(
                        "weft: old.csv and new.csv have no mode and size in common that was measured and verified in both\n");
    }

    @Test
    void aLimitIsAPercentage() {
        Invocation compared = compare("a", "b", "--fail-if-slower=5");

        assertThat(compared.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(compared.err())
                .contains("'5' is no percentage; write a number and %, such as 5%");
    }

    @Test
    void tellsItAsMarkdownAndJsonAndNothingElseOnStandardOutput() throws Exception {
        measured("old", 9_000, 400, 400, 400);
        measured("new", 9_000, 300, 404, 480);

        Invocation markdown = compare("old", "new", "--format=markdown", "--fail-if-slower=5%");
        Golden.of(CompareTest.class, "compare.md").check(markdown.out());
        assertThat(markdown.exitCode()).isEqualTo(ExitCode.FAILED);

        Invocation json = compare("old", "new", "--format=json", "--fail-if-slower=5%");
        Golden.of(CompareTest.class, "compare.json").check(json.out());
        assertThat(json.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(json.err())
                .contains("virtual with 500 files, 64 at once became slower by more than 5%");
    }

    @Test
    void appendsToTheSummaryAndReplacesTheReport() throws Exception {
        measured("old", 9_000, 400, 400, 400);
        measured("new", 9_000, 300, 404, 480);
        Files.writeString(folder.resolve("summary.md"), "# What came before\n");
        Files.writeString(folder.resolve("compare.xml"), "<of-another-run/>".repeat(1_000));

        Invocation compared =
                compare(
                        "old",
                        "new",
                        "--summary=summary.md",
                        "--junit=compare.xml",
                        "--fail-if-slower=5%");

        assertThat(compared.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(compared.out()).startsWith("files  at once");
        assertThat(folder.resolve("summary.md"))
                .content()
                .isEqualTo(
                        "# What came before\n"
                                + compare("old", "new", "--format=markdown", "--fail-if-slower=5%")
                                        .out()
                                + "\n");
        Golden.of(CompareTest.class, "compare.xml")
                .check(Files.readString(folder.resolve("compare.xml")));
    }

    @Test
    void namesTheFileThatCannotBeWrittenBeforeItComparesAnything() throws Exception {
        measured("old", 9_000, 400, 400, 400);
        Files.writeString(folder.resolve("file"), "");

        Invocation compared = compare("old", "old", "--junit=file/compare.xml");

        assertThat(compared.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(compared.out()).isEmpty();
        assertThat(compared.err())
                .startsWith("weft: file/compare.xml cannot be written (")
                .endsWith("); name another file with --junit\n");
    }

    @Test
    void aModeThatDoesNotWorkAnyMoreDoesNotPass() throws Exception {
        append("old.csv", "a", 400);
        append("old.csv", Passes.of(ModeName.ASYNC).run("a").row());
        append("new.csv", "b", 400);
        append("new.csv", Passes.of(ModeName.ASYNC).run("b").status(PassStatus.FAILED).row());

        Invocation gate =
                compare("old.csv", "new.csv", "--fail-if-slower=5%", "--junit=compare.xml");

        assertThat(gate.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(gate.err())
                .isEqualTo(
                        "weft: async with 500 files, 64 at once was verified before, and no pass of it is now\n");
        assertThat(folder.resolve("compare.xml"))
                .content()
                .contains("tests=\"2\" failures=\"0\" errors=\"1\" skipped=\"0\"");
        assertThat(compare("old.csv", "new.csv").exitCode())
                .as("without a gate")
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aModeThatWasNotMeasuredAgainIsNamedAndPasses() throws Exception {
        append("old.csv", "a", 400);
        append("old.csv", Passes.of(ModeName.ASYNC).run("a").row());
        append("new.csv", "b", 400);

        Invocation gate =
                compare("old.csv", "new.csv", "--fail-if-slower=5%", "--junit=compare.xml");

        assertThat(gate.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(gate.err())
                .contains(
                        "weft: not compared, because the second result does not have it: async with 500 files, 64 at once\n");
        assertThat(folder.resolve("compare.xml"))
                .content()
                .contains("tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"1\"");
    }

    @Test
    void zipsWithAsManyFilesAreToldApart() throws Exception {
        for (String archive : List.of("small.zip", "large.zip")) {
            for (int block = 1; block <= NOISE.size(); block++) {
                append("old.csv", pass("a", block, 400).archive(archive).row());
                append("new.csv", pass("b", block, 800).archive(archive).row());
            }
        }

        Invocation gate =
                compare("old.csv", "new.csv", "--fail-if-slower=5%", "--junit=compare.xml");

        assertThat(gate.out()).contains("500 in large.zip", "500 in small.zip");
        assertThat(gate.err())
                .isEqualTo(
                        """
                        weft: virtual with 500 files in large.zip, 64 at once became slower by more than 5%
                        weft: virtual with 500 files in small.zip, 64 at once became slower by more than 5%
                        """);
        assertThat(folder.resolve("compare.xml"))
                .content()
                .contains(
                        "name=\"virtual with 500 files in large.zip, 64 at once\"",
                        "name=\"virtual with 500 files in small.zip, 64 at once\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void fitsIntoTheWindow(int columns) throws Exception {
        measured("old", 9_000, 400, 400, 400);
        measured("new", 9_000, 300, 404, 480);

        Invocation compared =
                Invocation.in(
                        folder,
                        Map.of("COLUMNS", Integer.toString(columns)),
                        "compare",
                        "old",
                        "new");

        assertThat(compared.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
        assertThat(compared.out()).contains("ratio", "verdict", "cannot tell", "equal within 5%");
    }

    @Test
    void theRootOfTheFileSystemIsNoFileToWriteTo() throws Exception {
        measured("old", 9_000, 400, 400, 400);

        Invocation compared = compare("old", "old", "--junit=/");

        assertThat(compared.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(compared.err()).startsWith("weft: / cannot be written (").contains("--junit");
    }

    private Invocation compare(String before, String after, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "compare";
        arguments[1] = before;
        arguments[2] = after;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Invocation.in(folder, arguments);
    }

    /// A run of every mode, in the file where runs are looked up.
    private void measured(String run, long sequential, long threads, long async, long virtual)
            throws RecordException {
        append(
                "benchmark/results.csv",
                Passes.of(ModeName.SEQUENTIAL)
                        .run(run)
                        .startedAt(NOON)
                        .wall(Duration.ofMillis(sequential))
                        .row());
        for (int block = 1; block <= NOISE.size(); block++) {
            for (Passes pass :
                    List.of(
                            Passes.of(ModeName.THREADS).wall(wall(threads, block)),
                            Passes.of(ModeName.ASYNC).wall(wall(async, block)),
                            Passes.of(ModeName.VIRTUAL).wall(wall(virtual, block)))) {
                append("benchmark/results.csv", pass.run(run).block(block).row());
            }
        }
    }

    private void append(String file, String run, long millis) throws RecordException {
        append(file, run, millis, NOISE.size());
    }

    private void append(String file, String run, long millis, int blocks) throws RecordException {
        for (int block = 1; block <= blocks; block++) {
            append(file, pass(run, block, millis).row());
        }
    }

    private void append(String file, PassRow row) throws RecordException {
        assertThat(new ResultsFile(folder.resolve(file)).append(row)).isEmpty();
    }

    private static Passes pass(String run, int block, long millis) {
        return Passes.of(ModeName.VIRTUAL).run(run).block(block).wall(wall(millis, block));
    }

    private static Duration wall(long millis, int block) {
        return Duration.ofNanos(Math.round(millis * 1e6 * NOISE.get(block - 1)));
    }

    private static PassRow onAnotherJdk(PassRow row) {
        Software software = row.software();
        return new PassRow(
                row.place(),
                row.setting(),
                row.ending(),
                row.measures(),
                row.contract(),
                new Software("26+1", software.sdk(), software.weft(), Optional.of("-Xmx64m")),
                row.reference());
    }
}
