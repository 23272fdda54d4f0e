package dev.weft.cli;

import dev.weft.archive.ArchiveException;
import dev.weft.archive.ZipRecipe;
import dev.weft.plan.Items;
import dev.weft.run.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The zips of a run, read once, in the order of their sizes.
///
/// @param manifests by the absolute path of the zip
record Archives(Map<Path, Manifest> manifests) {
    /// Makes the zips that weft is to make and that are not there yet, and reads all of them.
    static Archives of(RunRequest.Source source, Terminal terminal)
            throws ArchiveException, UsageException, InterruptedException {
        Map<Path, Manifest> manifests = new LinkedHashMap<>();
        List<Manifest> read = new ArrayList<>();
        for (Path zip : zips(source, terminal)) {
            read.add(Manifest.read(zip.toAbsolutePath().normalize()));
        }
        read.sort(
                Comparator.comparingInt((Manifest manifest) -> manifest.items().files())
                        .thenComparingLong(manifest -> manifest.items().bytes()));
        read.forEach(manifest -> manifests.put(manifest.archive(), manifest));
        return new Archives(manifests);
    }

    private static List<Path> zips(RunRequest.Source source, Terminal terminal)
            throws ArchiveException, UsageException, InterruptedException {
        List<Path> zips = new ArrayList<>();
        switch (source) {
            case RunRequest.Source.Own(List<Path> own) ->
                    own.forEach(zip -> zips.add(terminal.folder().resolve(zip)));
            case RunRequest.Source.Made(List<ZipRecipe> recipes) -> {
                for (ZipRecipe recipe : recipes) {
                    zips.add(Zips.ready(terminal, recipe));
                }
            }
        }
        return zips;
    }

    List<Path> paths() {
        return List.copyOf(manifests.keySet());
    }

    Manifest manifest(Path archive) {
        Manifest manifest = manifests.get(archive);
        if (manifest == null) {
            throw new IllegalArgumentException(archive + " is no archive of this run");
        }
        return manifest;
    }

    /// What the results say of an archive.
    Items items(Path archive) {
        return manifest(archive).items();
    }
}
