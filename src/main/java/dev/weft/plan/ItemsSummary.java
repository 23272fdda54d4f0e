package dev.weft.plan;

import java.util.Objects;
import java.util.OptionalLong;

/// What the files of an archive are, as far as a result must say it.
///
/// @param archive the name of its file, without folders
/// @param files how many
/// @param bytes of all files together, unzipped
/// @param fileBytes the size of every file; empty where they differ
/// @param content what the files hold: `random`, `text`, or `own` for an archive that weft did not
///   make
/// @param seed what weft made the archive from; empty for an archive that weft did not make
public record ItemsSummary(
        String archive,
        int files,
        long bytes,
        OptionalLong fileBytes,
        String content,
        OptionalLong seed) {
    /// The content of an archive that weft did not make.
    public static final String OWN = "own";

    public ItemsSummary {
        Objects.requireNonNull(archive);
        Objects.requireNonNull(fileBytes);
        Objects.requireNonNull(content);
        Objects.requireNonNull(seed);
    }
}
