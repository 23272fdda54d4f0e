package dev.weft.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.Jvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildExitTest {
    @TempDir private Path folder;

    /// Ends like the child of a trial, with a hook that would print.
    static final class Mortal {
        private Mortal() {}

        public static void main(String[] arguments) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> System.out.println("hooks have run")));
            ChildExit.now();
        }
    }

    @Test
    void aChildThatNobodyRecordsEndsAtOnceAndNeverLoadsTheRecorder() throws Exception {
        Path classes = folder.resolve("classes.log");
        Process child =
                Jvm.start(
                        List.of("-Xlog:class+load=info:file=\"%s\"".formatted(classes)),
                        Mortal.class);
        assertThat(child.getInputStream()).isEmpty();
        assertThat(child.waitFor()).isZero();
        try (Stream<String> lines = Files.lines(classes)) {
            assertThat(lines)
                    .anyMatch(line -> line.contains(ChildExit.class.getName()))
                    .noneMatch(line -> line.contains(" jdk.jfr."));
        }
    }

    @Test
    void aChildThatIsRecordedWritesItsRecording() throws Exception {
        Path recording = folder.resolve("child.jfr");
        Process child =
                Jvm.start(
                        List.of(
                                "-Xlog:jfr+startup=error",
                                "-XX:StartFlightRecording=filename=%s,dumponexit=true"
                                        .formatted(recording)),
                        Mortal.class);
        assertThat(child.getInputStream())
                .asString(StandardCharsets.UTF_8)
                .contains("hooks have run");
        assertThat(child.waitFor()).isZero();
        assertThat(recording).isNotEmptyFile();
    }
}
