package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.weft.launcher.Machine.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherIT {
    private static final Path THIS_JDK = Path.of(System.getProperty("java.home"));

    /// A device that is always full.
    private static final Path FULL = Path.of("/dev/full");

    @TempDir static Path probeFolder;
    private static Path probe;

    @TempDir Path folder;
    private Machine machine;

    @BeforeAll
    static void buildTheProbe() throws IOException {
        probe = Probe.build(probeFolder);
    }

    @BeforeEach
    void setUp() throws IOException {
        machine = new Machine(folder);
        machine.usualFolders(THIS_JDK);
        Files.copy(probe, machine.root().resolve("lib").resolve("weft.jar"));
    }

    @Test
    void passesArgumentsUntouched() throws Exception {
        String[] arguments = {
            "echo",
            "",
            "two words",
            "*",
            "?",
            "~",
            "'",
            "\"",
            "\\",
            "$HOME",
            "`id`",
            "@Main.java",
            "--",
            "-version",
            "a\nb",
            " ",
            "--zip=a b.zip,c.zip"
        };
        String expected =
                Arrays.stream(arguments).map(a -> "[" + a + "]\n").collect(Collectors.joining());
        assertThat(machine.run(machine.weft(), arguments)).isEqualTo(new Outcome(0, expected, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "130"})
    void exitsWithTheCodeOfTheProgram(String code) throws Exception {
        Outcome outcome = machine.run(machine.weft(), "exit", code);
        assertThat(outcome).isEqualTo(new Outcome(Integer.parseInt(code), "", ""));
    }

    @Test
    void anOldJavaInJavaHomeAndOnThePathDoesNotMatter() throws Exception {
        Path old = machine.jdk("jvm/17", "17.0.15");
        machine.variable("JAVA_HOME", old);
        Files.createSymbolicLink(machine.pathFolder().resolve("java"), old.resolve("bin/java"));
        assertThat(machine.run(machine.weft(), "echo").out()).isEqualTo("[echo]\n");
    }

    @Test
    void aRuntimeWithoutACompilerSuffices() throws Exception {
        Path runtime = machine.jre("jvm/25", "25.0.3");
        machine.variable("JAVA_HOME", runtime);
        Outcome outcome = machine.run(machine.weft());
        assertThat(outcome).isEqualTo(new Outcome(0, "started " + runtime + "/bin/java\n", ""));
    }

    @Test
    void startsThroughASymbolicLink() throws Exception {
        Path link = machine.pathFolder().resolve("weft");
        Files.createSymbolicLink(link, Path.of("../bin/weft"));
        assertThat(machine.run(link, "echo").out()).isEqualTo("[echo]\n");
    }

    @Test
    void namesWhatItFoundWhereNoJavaIsNewEnough() throws Exception {
        machine.usualFolders(machine.jdk("jvm/17", "17.0.15"));
        Outcome outcome = machine.run(machine.weft(), "echo");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).contains("Java 17 in " + machine.root() + "/jvm/17");
    }

    @Test
    void saysHowToBuildWhatIsNotBuilt() throws Exception {
        Files.delete(machine.root().resolve("lib/weft.jar"));
        Outcome outcome = machine.run(machine.weft(), "echo");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).contains("make build").contains(machine.root().toString());
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void becomesTheProgramSoThatSignalsReachIt(String signal, int exitCode) throws Exception {
        if (!reaches(signal)) {
            String reason = "SIG" + signal + " is ignored where these tests were started";
            System.out.println("SKIPPED: " + reason);
            abort(reason);
        }
        Process process = machine.command(machine.weft(), "sleep").start();
        try (BufferedReader reader = process.inputReader()) {
            assertThat(reader.readLine()).isEqualTo(Long.toString(process.pid()));
            send(signal, process.pid());
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(exitCode);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void startsWhatTheBuildMade() throws Exception {
        Outcome outcome = machine.run(Path.of("scripts/weft").toAbsolutePath(), "--version");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isNotBlank();
    }

    @Test
    void doesNotCallWellWhatAFullDiskDidNotTake() throws Exception {
        if (!Files.exists(FULL)) {
            String reason = "there is no %s here".formatted(FULL);
            System.out.println("SKIPPED: " + reason);
            abort(reason);
        }
        Process weft =
                new ProcessBuilder("scripts/weft", "--version")
                        .redirectOutput(FULL.toFile())
                        .start();
        try (BufferedReader reader = weft.errorReader()) {
            assertThat(reader.readLine()).contains("could not all be written (No space left");
        }
        assertThat(weft.waitFor()).isEqualTo(1);
    }

    /// A program that a script starts in the background ignores SIGINT, and so do its children.
    private static boolean reaches(String signal) throws IOException, InterruptedException {
        return shell("kill -" + signal + " $$; exit 0") != 0;
    }

    private static void send(String signal, long pid) throws IOException, InterruptedException {
        assertThat(shell("kill -" + signal + " " + pid)).isZero();
    }

    /// The shell's own kill: not every machine has a program of that name.
    private static int shell(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", command).start().waitFor();
    }
}
