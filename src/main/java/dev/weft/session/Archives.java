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

/// The zips of a run, read once, in the order of their sizes.
///
/// @param manifests by the absolute path of the zip
/// @param loads which of them are measured at which concurrency
record Archives(Map<Path, ArchiveManifest> manifests, List<ConcurrencyLevel> loads) {
    /// Makes the zips that weft is to make and that are not there yet, and reads all of them.
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

    /// The same without making any: of zips that weft would make, only the figures are known.
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

    /// What becomes of the recipe of a zip.
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

    /// A zip that is named twice is measured once.
    private static List<Path> distinct(Path folder, List<Path> zips) {
        return zips.stream().map(zip -> path(folder.resolve(zip))).distinct().toList();
    }

    /// Those of several sides together.
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

    /// The size of the largest file of all, in bytes.
    long largestBytes() {
        return manifests.values().stream().mapToLong(ArchiveManifest::largestBytes).max().orElse(0);
    }

    /// The zip that comes first.
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

    /// What the results say of an archive.
    ItemsSummary items(Path archive) {
        return manifest(archive).items();
    }

    /// Of a zip that is only planned no name is known; weft's own have none that is odd.
    static Forecast.Zip zip(ArchiveManifest manifest) {
        long deletes =
                manifest.entries().isEmpty()
                        ? RequestCounts.pages(manifest.items().files())
                        : S3Bucket.deleteRequests(manifest.keys(""));
        return new Forecast.Zip(manifest.items(), deletes);
    }
}
