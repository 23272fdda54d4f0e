package dev.weft.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ThreadDumpTest {
    @TempDir private Path folder;

    @Test
    void namesPlatformAndVirtualThreadsAndNoValues() throws Exception {
        Path file = folder.resolve("threads.txt");
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        String secret = "wJalrXUtnFEMI/K7MDENG";
        try (ExecutorService virtual =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("weft-upload-", 0).factory())) {
            var _ =
                    virtual.submit(
                            () -> {
                                running.countDown();
                                held.await();
                                return secret;
                            });
            running.await();
            assertThat(ThreadDump.write(file))
                    .isEqualTo("threads.txt has the stack of every thread");
            held.countDown();
        }
        assertThat(Files.readString(file))
                .contains("weft-upload-0", "virtual", "namesPlatformAndVirtualThreadsAndNoValues")
                .doesNotContain(secret);
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(ThreadDump.write(folder.resolve("missing/threads.txt")))
                .startsWith("no thread dump could be written (");
    }
}
