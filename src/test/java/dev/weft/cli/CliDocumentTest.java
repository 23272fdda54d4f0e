package dev.weft.cli;

import dev.weft.testing.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CliDocumentTest {
    @Test
    void tellsEveryCommandAndOptionAsTheProgramDoes() throws Exception {
        new Golden(Path.of("docs/cli.md")).check(CliDocument.text());
    }
}
