package dev.weft.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.Jvm;
import dev.weft.testing.Processes;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OrphansTest {
    @Test
    void endWithAParentThatWasKilled(@TempDir Path folder) throws Exception {
        Process parent = Jvm.start(Parent.class, folder.toString());
        try (BufferedReader said = parent.inputReader()) {
            assertThat(said.readLine()).isEqualTo("ready");
            List<Long> children = parent.descendants().map(ProcessHandle::pid).toList();
            assertThat(children).as("a server and a trial").hasSize(2);
            assertThat(parent.destroyForcibly().waitFor()).isEqualTo(137);
            for (long child : children) {
                assertThat(Processes.ends(child, Duration.ofSeconds(30))).isTrue();
            }
        } finally {
            parent.descendants().forEach(ProcessHandle::destroyForcibly);
            parent.destroyForcibly();
        }
    }
}
