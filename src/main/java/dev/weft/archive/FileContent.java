package dev.weft.archive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the files of a made archive hold.
public enum FileContent {
    /// Bytes without any pattern, stored as they are.
    RANDOM("bin", DirectoryEntry.STORED),
    /// Words, some of them frequent and most of them rare, deflated to about a third.
    TEXT("txt", DirectoryEntry.DEFLATED);

    private final String extension;
    private final int method;

    FileContent(String extension, int method) {
        this.extension = extension;
        this.method = method;
    }

    /// The name on the command line and in files: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The content of that label.
    public static Optional<FileContent> ofLabel(String label) {
        return Arrays.stream(values()).filter(content -> content.label().equals(label)).findFirst();
    }

    /// What the names of such files end with, after the dot.
    String extension() {
        return extension;
    }

    /// How such files are compressed, see [DirectoryEntry].
    int method() {
        return method;
    }
}
