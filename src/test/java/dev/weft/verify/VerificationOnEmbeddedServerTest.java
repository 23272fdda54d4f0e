package dev.weft.verify;

import dev.weft.plan.Target;
import dev.weft.testing.Embedded;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationOnEmbeddedServerTest implements VerificationContract {
    private final Embedded server;

    VerificationOnEmbeddedServerTest(@TempDir Path folder) throws Exception {
        server = Embedded.start(folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Override
    public Target target() {
        return server.target();
    }
}
