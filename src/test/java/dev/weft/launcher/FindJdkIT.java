package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.launcher.Machine.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindJdkIT {
    @TempDir Path folder;
    private Machine machine;

    @BeforeEach
    void setUp() throws IOException {
        machine = new Machine(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0.3", "26-ea", "100.1"})
    void takesWhatIsNewEnough(String version) throws Exception {
        assertFinds(machine.jdk("jvm/some", version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "9", "17.0.15", "24.0.2"})
    void leavesWhatIsTooOld(String version) throws Exception {
        machine.jdk("jvm/some", version);
        assertThat(find().exitCode()).isEqualTo(2);
    }

    @Test
    void prefersJavaHomeToThePathAndThePathToTheUsualFolders() throws Exception {
        machine.jdk("jvm/usual", "25");
        Path onPath = machine.jdk("other/path", "25");
        Files.createSymbolicLink(machine.pathFolder().resolve("java"), onPath.resolve("bin/java"));
        assertFinds(onPath);
        Path javaHome = machine.jdk("other/home", "26");
        machine.variable("JAVA_HOME", javaHome);
        assertFinds(javaHome);
    }

    @Test
    void fallsThroughAnOldJavaHome() throws Exception {
        machine.variable("JAVA_HOME", machine.jdk("jvm/17", "17.0.15"));
        assertFinds(machine.jdk("jvm/25", "25.0.3"));
    }

    @Test
    void looksBehindAnOldJavaOnThePath() throws Exception {
        Path old = machine.jdk("jvm/17", "17.0.15");
        Files.createSymbolicLink(machine.pathFolder().resolve("java"), old.resolve("bin/java"));
        assertFinds(machine.jdk("jvm/25", "25.0.3"));
    }

    @Test
    void followsChainsOfRelativeLinks() throws Exception {
        machine.usualFolders();
        Path home = machine.jdk("jvm/25", "25.0.3");
        Path alternatives = Files.createDirectories(machine.root().resolve("alternatives"));
        Files.createSymbolicLink(alternatives.resolve("java"), Path.of("../jvm/25/bin/java"));
        Files.createSymbolicLink(
                machine.pathFolder().resolve("java"), Path.of("../alternatives/java"));
        assertFinds(home);
    }

    @Test
    void followsARelativePath() throws Exception {
        machine.usualFolders();
        machine.variable("JAVA_HOME", machine.jdk("jvm/17", "17.0.15"));
        machine.variable("PATH", "path:25/bin");
        assertFinds(machine.jdk("25", "25.0.3"));
    }

    @Test
    void looksBelowTheHomeOfTheUser() throws Exception {
        machine.usualFolders("# a comment", "", ".jdks/*");
        Path home = machine.jdk("home/.jdks/25", "25");
        assertFinds(home);
    }

    @Test
    void readsTheReleaseFileAndStartsNoJava() throws Exception {
        Path old = machine.jdk("jvm/17", "17.0.15");
        Path home = machine.jdk("jvm/25", "25.0.3");
        assertFinds(home);
        assertThat(old.resolve("bin/java.started")).doesNotExist();
        assertThat(home.resolve("bin/java.started")).doesNotExist();
    }

    @Test
    void asksAJavaThatHasNoReleaseFile() throws Exception {
        Path home = machine.jdk("jvm/25", "25.0.3");
        Files.delete(home.resolve("release"));
        Machine.script(home.resolve("bin/java"), settings("25", home));
        assertFinds(home);
    }

    @Test
    void asksAWrapperOnThePathWhereItLeadsTo() throws Exception {
        machine.usualFolders();
        Path home = machine.jdk("jvm/25", "25.0.3");
        Machine.script(machine.pathFolder().resolve("java"), settings("25", home));
        assertFinds(home);
    }

    @Test
    void passesOverAJavaThatCannotStart() throws Exception {
        Machine.script(machine.pathFolder().resolve("java"), "exit 1");
        assertFinds(machine.jdk("jvm/25", "25.0.3"));
    }

    @Test
    void passesOverARuntimeWithoutACompilerUnlessARuntimeSuffices() throws Exception {
        Path runtime = machine.jre("jvm/25", "25.0.3");
        Outcome outcome = find();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("Java 25 without a compiler in " + runtime);
        assertThat(machine.run(machine.findJdk(), "--jre").out()).isEqualTo(runtime + "\n");
    }

    @Test
    void namesEachOldOneOnce() throws Exception {
        Path old = machine.jdk("jvm/17", "17.0.15");
        Path older = machine.jdk("jvm/8", "1.8.0_402");
        Files.createSymbolicLink(old.resolveSibling("default"), old);
        machine.variable("JAVA_HOME", old);
        Outcome outcome = find();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err())
                .containsOnlyOnce("Java 17 in " + old)
                .containsOnlyOnce("Java 8 in " + older);
    }

    @Test
    void saysThatJavaHomeHoldsNoJava() throws Exception {
        machine.variable("JAVA_HOME", "/no/such/folder");
        assertThat(find().err()).contains("no bin/java in JAVA_HOME=/no/such/folder");
    }

    @Test
    void saysThatThereIsNoJavaAtAll() throws Exception {
        assertThat(find().err()).contains("no Java at all").contains("set JAVA_HOME");
    }

    private Outcome find() throws IOException, InterruptedException {
        return machine.run(machine.findJdk());
    }

    private void assertFinds(Path home) throws IOException, InterruptedException {
        assertThat(find()).isEqualTo(new Outcome(0, home + "\n", ""));
    }

    private static String settings(String version, Path home) {
        return """
               echo '    java.home = %s'
               echo '    java.specification.version = %s'
               """
                .formatted(home, version);
    }
}
