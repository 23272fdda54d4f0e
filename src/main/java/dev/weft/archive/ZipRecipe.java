package dev.weft.archive;

import dev.weft.plan.ByteSize;
import dev.weft.plan.ItemsSummary;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an archive is made from. The same recipe always makes the same archive.
///
/// @param files how many, at least 1
/// @param fileBytes the size of each
/// @param content what they hold
/// @param seed what the content is drawn from
public record ZipRecipe(int files, long fileBytes, FileContent content, long seed) {
    /// The content where none is asked for.
    public static final FileContent DEFAULT_CONTENT = FileContent.RANDOM;

    /// The seed where none is asked for.
    public static final long DEFAULT_SEED = 1;

    private static final int LEAST_DIGITS = 6;
    private static final Pattern COMMENT =
            Pattern.compile(
                    "weft files=(\\d{1,10}) file-bytes=(\\d{1,19}) content=(\\w+) seed=(-?\\d{1,19})");

    public ZipRecipe {
        Objects.requireNonNull(content);
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

    /// Bytes of all files together, unzipped.
    public long bytes() {
        return files * fileBytes;
    }

    /// What a result says of the files, in an archive that has the name of this recipe.
    public ItemsSummary items() {
        return items(fileName());
    }

    /// What a result says of the files in an archive of this name.
    ItemsSummary items(String archive) {
        return new ItemsSummary(
                archive,
                files,
                bytes(),
                OptionalLong.of(fileBytes),
                content.label(),
                OptionalLong.of(seed));
    }

    /// The archive's name where none is asked for, such as `500x100KiB.zip`. Different recipes have
    /// different names.
    public String fileName() {
        return "%dx%s%s%s.zip"
                .formatted(
                        files,
                        new ByteSize(fileBytes),
                        content == DEFAULT_CONTENT ? "" : "-" + content.label(),
                        seed == DEFAULT_SEED ? "" : "-seed" + seed);
    }

    /// The name of one of its files, such as `file-000001.bin`. All have the same length, and have
    /// the same in all archives of up to 999,999 files, so that keys have it too.
    ///
    /// @param index from 0
    String entryName(int index) {
        int digits = Math.max(LEAST_DIGITS, Integer.toString(files).length());
        String number = Integer.toString(index + 1);
        return "file-%s%s.%s"
                .formatted("0".repeat(digits - number.length()), number, content.extension());
    }

    /// The recipe as an archive's comment.
    String comment() {
        return "weft files=%d file-bytes=%d content=%s seed=%d"
                .formatted(files, fileBytes, content.label(), seed);
    }

    /// The recipe that an archive's comment states. Empty where weft did not write it.
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
            // Numbers that no recipe has: somebody else's comment after all.
            return Optional.empty();
        }
    }
}
