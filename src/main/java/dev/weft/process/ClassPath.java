package dev.weft.process;

import java.nio.file.Path;

/// Class path of a child JVM.
///
/// @param text value of the option `-cp`
public record ClassPath(String text) {
    /// Class path of this JVM.
    public static ClassPath own() {
        return new ClassPath(System.getProperty("java.class.path"));
    }

    /// Class path of all jars in a folder.
    public static ClassPath jarsOf(Path folder) {
        return new ClassPath(folder.resolve("*").toString());
    }
}
