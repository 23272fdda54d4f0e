package dev.weft.process;

import java.nio.file.Path;
import java.util.Objects;

/// Which classes a child JVM runs.
///
/// @param text as the option `-cp` takes it
public record ClassPath(String text) {
    public ClassPath {
        Objects.requireNonNull(text);
    }

    /// The one of this JVM.
    public static ClassPath own() {
        return new ClassPath(System.getProperty("java.class.path"));
    }

    /// All the jars of a folder.
    public static ClassPath jarsOf(Path folder) {
        return new ClassPath(folder.resolve("*").toString());
    }
}
