package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.screen.Terminal;
import dev.weft.session.UnexpectedException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorFileTest {
    private static final Pattern FILE = Pattern.compile("\\S*weft-error-\\S+\\.txt");

    @TempDir private Path folder;
    private final StringWriter err = new StringWriter();

    @Test
    void anUnexpectedExceptionGoesToAFileAndExitsWithOne() throws Exception {
        assertThat(Weft.execute(failing(Map.of()), "completion", "bash")).isEqualTo(1);

        assertThat(err.toString()).contains("unexpected").contains("boom").hasLineCount(1);
        assertThat(err.toString()).doesNotContain("\tat ");
        Path file = named();
        assertThat(file).content().contains("IllegalStateException: boom").contains("\tat ");
        Files.delete(file);
    }

    @Test
    void debugPrintsTheStackTraceToo() throws Exception {
        assertThat(Weft.execute(failing(Map.of("WEFT_DEBUG", "true")), "completion", "bash"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("\tat dev.weft.cli.ErrorFileTest");
        Files.delete(named());
    }

    @Test
    void aRunHasTheFileInItsFolder() throws Exception {
        String sentence =
                ErrorFile.write(
                        new UnexpectedException(folder, new IllegalStateException("boom")),
                        failing(Map.of()));

        assertThat(sentence).contains("IllegalStateException: boom");
        assertThat(folder).isDirectoryContaining("glob:**weft-error-*.txt");
    }

    @Test
    void aFolderThatIsGoneLeavesTheFileInTheTemporaryFolder() throws Exception {
        String sentence =
                ErrorFile.write(
                        new UnexpectedException(
                                folder.resolve("gone"), new IllegalStateException("boom")),
                        failing(Map.of()));

        err.append(sentence);
        Files.delete(named());
    }

    private Path named() {
        Matcher file = FILE.matcher(err.toString());
        assertThat(file.find()).as(err.toString()).isTrue();
        return folder.resolve(file.group());
    }

    private Terminal failing(Map<String, String> variables) {
        PrintWriter out =
                new PrintWriter(new StringWriter()) {
                    @Override
                    public void write(String text, int offset, int length) {
                        throw new IllegalStateException("boom");
                    }
                };
        return new Terminal(
                out,
                new PrintWriter(err),
                InputStream.nullInputStream(),
                variables,
                folder,
                false,
                false);
    }
}
