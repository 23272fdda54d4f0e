package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.session.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
    @TempDir private Path parent;

    @Test
    void isGoneInTheEndWithAllThatIsInIt() throws Exception {
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.in(parent, "weft-")) {
            path = folder.path();
            Files.createFile(Files.createDirectories(path.resolve("a/b")).resolve("c"));
        }

        assertThat(path).startsWithRaw(parent).doesNotExist();
    }

    @Test
    void saysWhereNoneCanBeMadeAndWhatToDo() {
        Path missing = parent.resolve("missing");

        assertThatThrownBy(() -> TemporaryFolder.in(missing, "weft-"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("no folder can be made in %s (", missing)
                .hasMessageNotContaining("(" + missing)
                .hasMessageEndingWith("by JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER");
    }
}
