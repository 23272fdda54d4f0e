package dev.weft.session;

import dev.weft.archive.ArchiveException;
import dev.weft.archive.FileContent;
import dev.weft.archive.UnzipStage;
import dev.weft.archive.ZipMaker;
import dev.weft.archive.ZipRecipe;
import dev.weft.plan.ByteSize;
import dev.weft.screen.ProgressBar;
import dev.weft.screen.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;

/// Generates zips and keeps them in a folder.
public final class GeneratedZips {
    private static final Path HOME = Path.of("build", "zips");

    private GeneratedZips() {}

    /// Returns the recipe of a zip.
    ///
    /// @throws UsageException if an option is out of range
    public static ZipRecipe recipe(int files, ByteSize fileSize, FileContent content, long seed)
            throws UsageException {
        if (files < 1) {
            throw new UsageException("--files is %d; a zip has at least 1 file".formatted(files));
        }
        try {
            return new ZipRecipe(files, fileSize.bytes(), content, seed);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /// Returns the file of a recipe's zip.
    public static Path home(Terminal terminal, ZipRecipe recipe) {
        return terminal.folder().resolve(HOME).resolve(recipe.fileName());
    }

    /// Generates a zip. Shows a progress bar on an interactive terminal.
    public static void make(Terminal terminal, ZipRecipe recipe, Path zip)
            throws ArchiveException, InterruptedException {
        String name = "making " + zip.getFileName();
        try (ProgressBar bar =
                new ProgressBar(terminal, false, name, recipe.bytes(), ProgressBar.Unit.BYTES)) {
            ZipMaker.make(recipe, zip, bar::stepTo);
        }
    }

    /// Returns the zip of a recipe, and generates it if it is missing.
    static Path ready(Terminal terminal, ZipRecipe recipe)
            throws ArchiveException, UsageException, InterruptedException {
        Path zip = home(terminal, recipe);
        if (!Files.exists(zip)) {
            make(terminal, recipe, zip);
        } else if (!isOf(recipe, zip)) {
            throw new UsageException(
                    "%s does not match its name; move it away so that weft generates it, or measure it with --zip"
                            .formatted(terminal.shown(zip)));
        }
        return zip;
    }

    private static boolean isOf(ZipRecipe recipe, Path zip) throws ArchiveException {
        try (UnzipStage archive = UnzipStage.open(zip, 0)) {
            return archive.items().equals(recipe.items());
        }
    }
}
