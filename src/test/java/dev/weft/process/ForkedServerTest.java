package dev.weft.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.server.ServerSettings;
import dev.weft.server.ServerStartException;
import dev.weft.testing.Processes;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ForkedServerTest {
    @TempDir private Path folder;

    @Test
    void aServerThatCannotServeSaysWhy() {
        assertThatThrownBy(() -> start(Children.RefusingServer.class))
                .isInstanceOf(ServerStartException.class)
                .hasMessage("port 9999 is in use");
    }

    @Test
    void aServerThatDiesLeavesItsLastWords() {
        assertThatThrownBy(() -> start(Children.DeadOnArrival.class))
                .isInstanceOf(ServerStartException.class)
                .hasMessage(
                        "the embedded server could not be started: "
                                + "its JVM ended with exit code 3: two | three | out of luck");
    }

    @Test
    void aServerThatTalksNonsenseIsEnded() {
        Set<Long> before = Processes.ofOurs();
        assertThatThrownBy(() -> start(Children.TalkativeServer.class))
                .isInstanceOf(ServerStartException.class)
                .hasMessage(
                        "the embedded server could not be started: "
                                + "it sent something else than a message: Hello!");
        assertThat(Processes.ofOurs()).isEqualTo(before);
    }

    private void start(Class<?> main) throws ServerStartException, InterruptedException {
        ServerSettings settings = ServerSettings.onLoopback("weft-test", folder).withPort(9999);
        ForkedServer.start(main, settings, folder.resolve("server.log")).close();
    }
}
