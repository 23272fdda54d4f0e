package dev.weft.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that holds what a test expects, such as a table in a document. `-Dweft.golden=rewrite`
/// writes what is instead.
public record Golden(Path path) {
    /// The golden file of that name in the folder of a test's package.
    public static Golden of(Class<?> test, String name) {
        String folder = test.getPackageName().replace('.', '/');
        return new Golden(Path.of("src/test/resources", folder, name));
    }

    /// Fails unless the text is what the file holds.
    public void check(String actual) throws IOException {
        if ("rewrite".equals(System.getProperty("weft.golden"))) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, actual);
        }
        assertThat(actual)
                .as("%s; -Dweft.golden=rewrite takes the new text", path)
                .isEqualTo(Files.readString(path));
    }
}
