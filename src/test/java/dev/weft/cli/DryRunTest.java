package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.session.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
    @TempDir Path folder;

    @Test
    void showsTheTrialsAndSendsAndMakesNothing() {
        Invocation invocation =
                Invocation.in(
                        folder, "run", "--dry-run", "--files=100,500", "--mode=threads,async");

        assertThat(trials(invocation)).hasSize(6);
        assertThat(invocation.out())
                .contains("10 x 100x100KiB.zip, 10 x 500x100KiB.zip", "6 trials", "about", "seed");
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theSameSeedShowsTheSameOrderAndAnotherOneAnother() {
        assertThat(planned("--seed=1")).isEqualTo(planned("--seed=1"));
        assertThat(planned("--seed=1")).isNotEqualTo(planned("--seed=2"));
    }

    @Test
    void oneSettingIsRepeatedOftenEnoughForAVerdict() {
        assertThat(trials(dry("--files=50", "--mode=threads,async,virtual"))).hasSize(3 * 8);
        assertThat(trials(dry("--files=50", "--mode=threads,async", "--no-verdict")))
                .hasSize(2 * 3);
        assertThat(trials(dry("--files=50", "--mode=async"))).hasSize(3);
        assertThat(trials(dry("--files=5,50", "--mode=threads,async"))).hasSize(2 * 3);
        assertThat(trials(dry("--files=5,50", "--mode=threads,async", "--verdict"))).hasSize(2 * 8);
        assertThat(trials(dry("--verdict", "--repetitions=2", "--mode=threads,async")))
                .hasSize(2 * 2);
    }

    @Test
    void aSweepCanHaveFilesForEachUploadOpenAtOnce() {
        Invocation sweep =
                dry("--mode=async", "--concurrency=1,8", "--files=20xC", "--repetitions=1");

        assertThat(trials(sweep)).hasSize(2);
        assertThat(sweep.out()).contains("20x100KiB.zip", "160x100KiB.zip");
    }

    @Test
    void whatComesBackToBeVerifiedIsInThePrice() {
        String[] design = {
            "--files=1024",
            "--file-size=1MiB",
            "--mode=async",
            "--repetitions=1",
            "--passes=1",
            "--warmup=0",
            "--no-calibrate",
            "--bucket=mine",
            "--region=us-east-1",
            "--verify=checksum"
        };
        assertThat(dry(design).out()).contains("and cost about 0.02 US").doesNotContain("back");

        design[design.length - 1] = "--verify=content";
        // Two passes of 1 GiB at 0.09 dollars each.
        assertThat(dry(design).out())
                .contains("about 2,048 MiB come back (0.09 US dollars a GB from outside")
                .contains("and cost at most 0.20 US dollars");
    }

    @Test
    void tellsTheSidesOfAComparisonApart() {
        Invocation invocation =
                Invocation.in(
                        folder,
                        "compare",
                        "--option=--concurrency=2",
                        "--option=--concurrency=4",
                        "--",
                        "--dry-run",
                        "--files=50",
                        "--mode=async",
                        "--repetitions=1");

        assertThat(invocation.exitCode()).as(invocation.err()).isEqualTo(ExitCode.OK);
        assertThat(invocation.out().lines().map(line -> line.replaceFirst(" .*", "")))
                .contains("side", "before", "after");
    }

    private List<String> planned(String seed) {
        return trials(dry("--repetitions=6", seed));
    }

    private Invocation dry(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "run";
        arguments[1] = "--dry-run";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Invocation.in(folder, arguments);
    }

    private static List<String> trials(Invocation invocation) {
        assertThat(invocation.exitCode()).as(invocation.err()).isEqualTo(ExitCode.OK);
        return invocation
                .out()
                .lines()
                .filter(line -> line.matches(" +\\d+ +\\d+ +\\w.*"))
                .toList();
    }
}
