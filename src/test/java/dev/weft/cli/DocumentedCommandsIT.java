package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.cli.DocumentedRun.Ends;
import dev.weft.cli.DocumentedRun.OnlyRead;
import dev.weft.cli.DocumentedRun.Planned;
import dev.weft.cli.DocumentedRun.Serves;
import dev.weft.testing.Embedded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs every command of the documents with the scripts, in a folder like a clone. [DocumentedRuns]
/// lists what is smaller than in the documents.
class DocumentedCommandsIT {
    private static final long SECONDS = 600;
    private static final int TRIES = 600;

    @TempDir static Path folder;
    @TempDir static Path spill;
    private static Embedded server;
    private static DocumentedPlace place;

    /// What is run: once where it comes to the same, in whichever way weft is called.
    private static List<DocumentedRun> runs() throws IOException {
        Set<String> seen = new HashSet<>();
        return all().stream()
                .filter(run -> !(run instanceof OnlyRead))
                .filter(run -> seen.add(run.text().replaceFirst("^\\S*/weft ", "weft ")))
                .toList();
    }

    private static List<DocumentedRun> all() throws IOException {
        return DocumentedCommands.all().stream()
                .flatMap(command -> DocumentedRuns.of(command).stream())
                .toList();
    }

    @BeforeAll
    static void makeAClone() throws Exception {
        server = Embedded.start(spill, DocumentedRuns.BUCKET);
        place = DocumentedPlace.in(folder, server.target());
        for (String zip : List.of("--zip", "ZIPS")) {
            for (DocumentedCommand command : DocumentedCommands.all()) {
                for (String name : command.values(zip).distinct().toList()) {
                    assertEnds("weft create-zip --files=3 --file-size=1KiB --output=" + name);
                }
            }
        }
        // Documents show what to do with results without how they came about.
        assertEnds(
                "weft run --files=2xC --file-size=1KiB --concurrency=1,2 --forks=0 --repetitions=1 --warmup=2 --no-calibrate");
        assertEnds("weft plot");
        place.addSides();
    }

    @AfterAll
    static void endAndTell() throws IOException {
        server.close();
        List<DocumentedRun> all = all();
        System.out.printf(
                "The documents show %d commands: %d were run (%d different ones), %d given to make to say what it would do, %d only read%n",
                all.size(),
                count(all, run -> run instanceof Ends || run instanceof Serves),
                count(runs(), run -> !(run instanceof Planned)),
                count(all, run -> run instanceof Planned),
                count(all, run -> run instanceof OnlyRead));
    }

    private static long count(List<DocumentedRun> runs, Predicate<DocumentedRun> which) {
        return runs.stream().filter(which).count();
    }

    @Test
    void somebodyHasSaidOfEachHowItIsRun() throws Exception {
        assertThat(DocumentedCommands.all())
                .filteredOn(command -> DocumentedRuns.of(command).isEmpty())
                .as("add them to DocumentedRuns")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void works(DocumentedRun run) throws Exception {
        switch (run) {
            case Ends(String text, List<Integer> exitCodes) ->
                    assertThat(exitCode(text)).as("%s%n%s", text, place.said()).isIn(exitCodes);
            case Planned(String text) -> assertEnds(text);
            case Serves(String text) -> assertServes(text);
            case OnlyRead(String text, String reason) -> throw new AssertionError(text + reason);
        }
    }

    private static void assertEnds(String text) throws Exception {
        assertThat(exitCode(text)).as(place.said()).isZero();
    }

    private static int exitCode(String text) throws Exception {
        Process process = place.start(text);
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        // What the shell started does not end with it.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        assertThat(ended).as("%s did not end in %d s", text, SECONDS).isTrue();
        return process.exitValue();
    }

    /// It prints where it is as lines of an .env file, or writes one.
    private static void assertServes(String text) throws Exception {
        Process serve = place.start("exec " + text);
        try {
            for (int tries = 0; serve.isAlive() && !place.isServed(); tries++) {
                assertThat(tries).as(place.said()).isLessThan(TRIES);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(place.isServed()).as(place.said()).isTrue();
        } finally {
            serve.destroy();
        }
        assertThat(serve.waitFor()).as(place.said()).isZero();
        place.forgetTheServer();
    }
}
