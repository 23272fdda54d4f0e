package dev.weft.plan;

import java.util.Objects;
import java.util.OptionalLong;

/// Description of the files of an archive in results.
///
/// @param archive file name of the archive, without folders
/// @param files number of files
/// @param bytes total unzipped size
/// @param fileBytes size of every file; empty if sizes differ
/// @param content content of the files: `random`, `text`, or `own` for an archive of the user
/// @param seed seed of a generated archive; empty for an archive of the user
public record ItemsSummary(
        String archive,
        int files,
        long bytes,
        OptionalLong fileBytes,
        String content,
        OptionalLong seed) {
    /// Content of an archive of the user.
    public static final String OWN = "own";

    public ItemsSummary {
        Objects.requireNonNull(archive);
        Objects.requireNonNull(fileBytes);
        Objects.requireNonNull(content);
        Objects.requireNonNull(seed);
    }
}
