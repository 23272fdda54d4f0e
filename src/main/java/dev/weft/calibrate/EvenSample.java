package dev.weft.calibrate;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.archive.UnzipResult;
import dev.weft.archive.UnzipStage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Selects an evenly spread sample of the files of an archive, in an order in which each part of
/// the sample is spread too. A calibration that ends early thus covers all kinds of files.
///
/// The sample has one file of each section of `files / 200` files. The position within the section
/// advances by the golden ratio, to avoid aliasing with regular patterns in the archive. The sample
/// is traversed in steps of about its size times the golden ratio. Each cycle visits each file
/// once.
final class EvenSample {
    /// Largest number of uploads of a warm-up and a measurement together.
    static final int FILES = 200;

    /// Size limit of files in memory. Larger files are unzipped during the upload.
    private static final long LARGEST_IN_MEMORY_BYTES = 16 * 1024 * 1024;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final List<Item> items;
    private final int step;
    private int position;

    private EvenSample(List<Item> items) {
        this.items = items;
        this.step = coprimeNear(GOLDEN * items.size(), items.size());
    }

    /// Selects files from an archive that was opened with an in-memory limit of 0 bytes, so that
    /// they are unzipped later. The files are readable while the archive is open.
    static EvenSample of(UnzipStage archive) {
        Set<Integer> indexes = indexes(archive.items().files());
        List<Item> items = new ArrayList<>(indexes.size());
        for (Optional<UnzipResult> next = archive.next(); next.isPresent(); next = archive.next()) {
            // Skips broken files. In a pass they are failed items.
            if (next.get() instanceof UnzipResult.Ready(Item item)
                    && indexes.contains(item.index())) {
                items.add(item);
            }
        }
        return new EvenSample(items);
    }

    /// Returns the indexes of the selected files.
    private static Set<Integer> indexes(int files) {
        int size = Math.min(files, FILES);
        return IntStream.range(0, size)
                .map(section -> (int) ((section + section * GOLDEN % 1) * files / size))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static int coprimeNear(double target, int size) {
        int step = Math.max(1, (int) Math.round(target));
        while (gcd(step, size) != 1) {
            step++;
        }
        return step;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /// Returns the next readable file, in memory up to the size limit. Empty if all files are
    /// broken.
    Optional<Item> next() {
        for (int tried = 0; tried < items.size(); tried++) {
            Item item = items.get(position);
            position = (position + step) % items.size();
            try {
                return Optional.of(item.size() <= LARGEST_IN_MEMORY_BYTES ? inMemory(item) : item);
            } catch (IOException e) {
                // Skips a broken file.
            }
        }
        return Optional.empty();
    }

    private static Item inMemory(Item item) throws IOException {
        try (InputStream stream = item.content().open()) {
            Content content = new Content.InMemory(stream.readAllBytes());
            return new Item(item.index(), item.name(), item.size(), item.crc32(), content);
        }
    }
}
