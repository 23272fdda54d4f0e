package dev.weft.runjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.machine.MachineWarning;
import dev.weft.testing.DocumentedFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// docs/run-json.md names every field that the code has, in its order, and no other.
class RunDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/run-json.md");

    @Test
    void isDocumentedFieldByField() throws IOException {
        new DocumentedFields(DOCUMENT, RunDocument.class).check();
    }

    @Test
    void namesTheWarningsOfTheMachineAndTheSchema() throws IOException {
        String document = Files.readString(DOCUMENT);

        assertThat(document).contains("**schema %d**".formatted(RunDocument.SCHEMA));
        assertThat(MachineWarning.class.getPermittedSubclasses())
                .allSatisfy(
                        type ->
                                assertThat(document)
                                        .contains("(`MachineWarning." + type.getSimpleName()));
    }
}
