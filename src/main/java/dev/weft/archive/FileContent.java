package dev.weft.archive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of content in the files of a made archive.
public enum FileContent {
    /// Random bytes, stored without compression.
    RANDOM("bin", DirectoryEntry.STORED),
    /// Words with the frequencies of a natural language, deflated to about a third.
    TEXT("txt", DirectoryEntry.DEFLATED);

    private final String extension;
    private final int method;

    FileContent(String extension, int method) {
        this.extension = extension;
        this.method = method;
    }

    /// Returns the name on the command line and in files: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns the content with a label. Empty if the label is unknown.
    public static Optional<FileContent> ofLabel(String label) {
        return Arrays.stream(values()).filter(content -> content.label().equals(label)).findFirst();
    }

    /// Returns the file name extension, without the dot.
    String extension() {
        return extension;
    }

    /// Returns the compression method, see [DirectoryEntry].
    int method() {
        return method;
    }
}
