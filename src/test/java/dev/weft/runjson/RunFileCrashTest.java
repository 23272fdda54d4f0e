package dev.weft.runjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runjson.RunDocument.RunStatus;
import dev.weft.testing.Jvm;
import dev.weft.testing.RunDocuments;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunFileCrashTest {
    @TempDir Path folder;

    @RepeatedTest(3)
    void aKilledJvmLeavesAWholeFile(RepetitionInfo repetition) throws Exception {
        Path path = folder.resolve("run.json");
        int writes = new Random(repetition.getCurrentRepetition()).nextInt(1, 100);
        Process writer = Jvm.start(Writer.class, path.toString());
        try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < writes; i++) {
                assertThat(said.readLine()).isEqualTo("written");
            }
            writer.destroyForcibly().waitFor();
        }

        assertThat(new RunFile(path).read()).isIn(RunDocuments.full(), Writer.ended());
    }

    @Test
    void aRunThatIsKilledBeforeItsEndIsLeftRunning() throws Exception {
        Path path = folder.resolve("run.json");
        Process writer = Jvm.start(Writer.class, path.toString(), "once");
        try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("written");
            writer.destroyForcibly().waitFor();
        }

        assertThat(new RunFile(path).read().status()).isEqualTo(RunStatus.RUNNING);
    }

    /// What the JVM does that is killed: it writes beginning and end by turns.
    static final class Writer {
        public static void main(String[] arguments) throws Exception {
            RunFile file = new RunFile(Path.of(arguments[0]));
            while (true) {
                file.write(RunDocuments.full());
                System.out.println("written");
                if (arguments.length > 1) {
                    System.in.read();
                }
                file.write(ended());
                System.out.println("written");
            }
        }

        static RunDocument ended() {
            return RunDocuments.full().finished(RunStatus.OK, 0, Instant.EPOCH, List.of());
        }
    }
}
