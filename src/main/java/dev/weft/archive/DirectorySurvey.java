package dev.weft.archive;

import dev.weft.plan.ItemsSummary;
import java.util.OptionalLong;

/// Adds up what a directory lists.
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
        // Sizes are only what an archive states, and may be absurd.
        bytes = Math.min(bytes, Long.MAX_VALUE - file.size()) + file.size();
    }

    /// How many files were counted.
    int files() {
        return files;
    }

    /// What the files are. The archive's comment is believed only as far as the directory agrees:
    /// other programs keep it when they add files.
    ///
    /// @param archive the name of its file
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
