package dev.weft.archive;

import dev.weft.plan.ByteSize;
import dev.weft.plan.ItemsSummary;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parameters of a made archive. The same recipe always makes the same files.
///
/// @param files number of files, at least 1
/// @param fileBytes size of each file, unzipped
/// @param content kind of content
/// @param seed seed of the content
public record ZipRecipe(int files, long fileBytes, FileContent content, long seed) {
    /// Default of the content.
    public static final FileContent DEFAULT_CONTENT = FileContent.RANDOM;

    /// Default of the seed.
    public static final long DEFAULT_SEED = 1;

    private static final int MINIMUM_DIGITS = 6;
    private static final Pattern COMMENT =
            Pattern.compile(
                    "weft files=(\\d{1,10}) file-bytes=(\\d{1,19}) content=(\\w+) seed=(-?\\d{1,19})");

    public ZipRecipe {
        if (files < 1) {
            throw new IllegalArgumentException("files %d must be at least 1".formatted(files));
        }
        if (fileBytes < 0) {
            throw new IllegalArgumentException(
                    "file size %d must not be negative".formatted(fileBytes));
        }
        if (fileBytes > Long.MAX_VALUE / files) {
            throw new IllegalArgumentException(
                    "%d files of %d bytes are more than a disk can hold"
                            .formatted(files, fileBytes));
        }
    }

    /// Returns the unzipped bytes of all files together.
    public long bytes() {
        return files * fileBytes;
    }

    /// Returns the summary of the files, for an archive with the default name.
    public ItemsSummary items() {
        return items(fileName());
    }

    /// Returns the summary of the files, for an archive with another name.
    ItemsSummary items(String archive) {
        return new ItemsSummary(
                archive,
                files,
                bytes(),
                OptionalLong.of(fileBytes),
                content.label(),
                OptionalLong.of(seed));
    }

    /// Returns the default name of the archive, such as `500x100KiB.zip`. Different recipes have
    /// different names.
    public String fileName() {
        return "%dx%s%s%s.zip"
                .formatted(
                        files,
                        new ByteSize(fileBytes),
                        content == DEFAULT_CONTENT ? "" : "-" + content.label(),
                        seed == DEFAULT_SEED ? "" : "-seed" + seed);
    }

    /// Returns the name of a file, such as `file-000001.bin`. In archives of up to 999,999 files
    /// all names have the same length, and so have the keys.
    ///
    /// @param index from 0
    String entryName(int index) {
        int digits = Math.max(MINIMUM_DIGITS, Integer.toString(files).length());
        String number = Integer.toString(index + 1);
        return "file-%s%s.%s"
                .formatted("0".repeat(digits - number.length()), number, content.extension());
    }

    /// Returns the recipe as the comment of an archive.
    String comment() {
        return "weft files=%d file-bytes=%d content=%s seed=%d"
                .formatted(files, fileBytes, content.label(), seed);
    }

    /// Parses the recipe from the comment of an archive. Empty if the comment is not one of weft.
    static Optional<ZipRecipe> ofComment(String comment) {
        Matcher parts = COMMENT.matcher(comment);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int files = Integer.parseInt(parts.group(1));
            long fileBytes = Long.parseLong(parts.group(2));
            long seed = Long.parseLong(parts.group(4));
            return FileContent.ofLabel(parts.group(3))
                    .map(content -> new ZipRecipe(files, fileBytes, content, seed));
        } catch (IllegalArgumentException e) {
            // The numbers are out of range: not a comment of weft.
            return Optional.empty();
        }
    }
}
