package dev.weft.archive;

import dev.weft.plan.ItemsSummary;
import java.util.OptionalLong;

/// Sums up the files that a directory lists.
final class DirectorySurvey {
    private int files;
    private long bytes;
    private long firstSize;
    private boolean uniform = true;

    /// Counts one file.
    void add(DirectoryEntry file) {
        if (files == 0) {
            firstSize = file.size();
        }
        uniform &= file.size() == firstSize;
        files = Math.incrementExact(files);
        // A damaged archive may state any size: the sum must not overflow.
        bytes = Math.min(bytes, Long.MAX_VALUE - file.size()) + file.size();
    }

    /// Returns the number of files.
    int files() {
        return files;
    }

    /// Returns the summary of the files. The recipe in the archive's comment counts only if the
    /// number and size of files match it: other programs keep the comment when they add files.
    ///
    /// @param archive file name of the archive
    ItemsSummary items(String archive, String comment) {
        OptionalLong fileBytes = uniform ? OptionalLong.of(firstSize) : OptionalLong.empty();
        return ZipRecipe.ofComment(comment)
                .filter(
                        recipe ->
                                recipe.files() == files
                                        && fileBytes.equals(OptionalLong.of(recipe.fileBytes())))
                .map(recipe -> recipe.items(archive))
                .orElseGet(
                        () ->
                                new ItemsSummary(
                                        archive,
                                        files,
                                        bytes,
                                        fileBytes,
                                        ItemsSummary.OWN,
                                        OptionalLong.empty()));
    }
}
