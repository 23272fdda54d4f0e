package dev.weft.session;

import dev.weft.archive.ArchiveException;
import dev.weft.archive.ZipRecipe;
import dev.weft.plan.ConcurrencyLevel;
import dev.weft.plan.Forecast;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.RequestCounts;
import dev.weft.screen.Terminal;
import dev.weft.store.S3Bucket;
import dev.weft.verify.ArchiveManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The zips of a run, read once and sorted by size.
///
/// @param manifests manifests by the absolute path of the zip
/// @param loads the zips to measure at each concurrency
record Archives(Map<Path, ArchiveManifest> manifests, List<ConcurrencyLevel> loads) {
    /// Generates the zips that are missing, and reads all of them.
    static Archives of(RunRequest request, Terminal terminal)
            throws ArchiveException, UsageException, InterruptedException {
        return gathered(
                request,
                terminal,
                recipe ->
                        ArchiveManifest.read(
                                path(GeneratedZips.ready(terminal, recipe)),
                                request.work().limits()));
    }

    /// Reads the zips without generating any. A zip that weft would generate has only its figures.
    static Archives planned(RunRequest request, Terminal terminal)
            throws ArchiveException, UsageException, InterruptedException {
        return gathered(
                request,
                terminal,
                recipe ->
                        new ArchiveManifest(
                                path(GeneratedZips.home(terminal, recipe)),
                                recipe.items(),
                                List.of()));
    }

    /// Turns the recipe of a zip into a manifest.
    private interface Maker {
        ArchiveManifest make(ZipRecipe recipe)
                throws ArchiveException, UsageException, InterruptedException;
    }

    private static Archives gathered(RunRequest request, Terminal terminal, Maker maker)
            throws ArchiveException, UsageException, InterruptedException {
        Map<Path, ArchiveManifest> manifests = new LinkedHashMap<>();
        Map<ZipRecipe, ArchiveManifest> made = new HashMap<>();
        List<ConcurrencyLevel> loads = new ArrayList<>();
        for (int concurrency : request.work().concurrencies()) {
            List<ArchiveManifest> of = new ArrayList<>();
            switch (request.work().source()) {
                case RunRequest.Source.Own(List<Path> zips) -> {
                    for (Path path : distinct(terminal.folder(), zips)) {
                        ArchiveManifest known = manifests.get(path);
                        of.add(
                                known == null
                                        ? ArchiveManifest.read(path, request.work().limits())
                                        : known);
                    }
                }
                case RunRequest.Source.Made source -> {
                    for (ZipRecipe recipe : source.recipes(concurrency)) {
                        ArchiveManifest known = made.get(recipe);
                        ArchiveManifest manifest = known == null ? maker.make(recipe) : known;
                        made.put(recipe, manifest);
                        of.add(manifest);
                    }
                }
            }
            of.sort(
                    Comparator.comparingInt((ArchiveManifest manifest) -> manifest.items().files())
                            .thenComparingLong(manifest -> manifest.items().bytes()));
            of.forEach(manifest -> manifests.put(manifest.archive(), manifest));
            loads.add(
                    new ConcurrencyLevel(
                            concurrency, of.stream().map(ArchiveManifest::archive).toList()));
        }
        return new Archives(manifests, loads);
    }

    /// Removes duplicates, so that a zip that is named twice is measured once.
    private static List<Path> distinct(Path folder, List<Path> zips) {
        return zips.stream().map(zip -> path(folder.resolve(zip))).distinct().toList();
    }

    /// Merges the zips of several variants.
    static Archives merged(List<Archives> sides) {
        Map<Path, ArchiveManifest> manifests = new LinkedHashMap<>();
        List<ConcurrencyLevel> loads = new ArrayList<>();
        for (Archives side : sides) {
            manifests.putAll(side.manifests());
            loads.addAll(side.loads());
        }
        return new Archives(manifests, loads);
    }

    private static Path path(Path zip) {
        return zip.toAbsolutePath().normalize();
    }

    /// Returns the size of the largest file in all zips, in bytes.
    long largestBytes() {
        return manifests.values().stream().mapToLong(ArchiveManifest::largestBytes).max().orElse(0);
    }

    /// Returns the first zip.
    ArchiveManifest first() {
        return manifests.values().iterator().next();
    }

    ArchiveManifest manifest(Path archive) {
        ArchiveManifest manifest = manifests.get(archive);
        if (manifest == null) {
            throw new IllegalArgumentException(archive + " is no archive of this run");
        }
        return manifest;
    }

    /// Returns the description of a zip in the results.
    ItemsSummary items(Path archive) {
        return manifest(archive).items();
    }

    /// Returns the forecast of a zip. A zip that is only planned has no file names; the names in
    /// generated zips need no escapes.
    static Forecast.Zip zip(ArchiveManifest manifest) {
        long deletes =
                manifest.entries().isEmpty()
                        ? RequestCounts.pages(manifest.items().files())
                        : S3Bucket.deleteRequests(manifest.keys(""));
        return new Forecast.Zip(manifest.items(), deletes);
    }
}
