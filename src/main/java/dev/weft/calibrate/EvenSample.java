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

/// Files from all over an archive, in an order of which every part is spread over the whole: a
/// calibration that ends early, because uploads take long, has seen all kinds of files too.
///
/// One file of each stretch of `files / 200` is taken, at a place within it that moves on by the
/// golden ratio, so that no regularity of the archive is met in step. They are walked in steps of
/// about the golden ratio of their number, round after round, each once a round.
final class EvenSample {
    /// As many as a warm-up and a measurement take at most.
    static final int FILES = 200;

    /// Larger files are unzipped while they are sent.
    private static final long LARGEST_IN_MEMORY_BYTES = 16 * 1024 * 1024;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final List<Item> items;
    private final int step;
    private int place;

    private EvenSample(List<Item> items) {
        this.items = items;
        this.step = coprimeNear(GOLDEN * items.size(), items.size());
    }

    /// Takes files from an archive that was opened with a limit of no bytes in memory, so that none
    /// is unzipped yet. They can be read as long as it is open.
    static EvenSample of(UnzipStage archive) {
        Set<Integer> places = places(archive.items().files());
        List<Item> items = new ArrayList<>(places.size());
        for (Optional<UnzipResult> next = archive.next(); next.isPresent(); next = archive.next()) {
            // What is broken is skipped here; in a pass it is a failed item.
            if (next.get() instanceof UnzipResult.Ready(Item item)
                    && places.contains(item.index())) {
                items.add(item);
            }
        }
        return new EvenSample(items);
    }

    /// Which of so many files are taken.
    private static Set<Integer> places(int files) {
        int count = Math.min(files, FILES);
        return IntStream.range(0, count)
                .map(stretch -> (int) ((stretch + stretch * GOLDEN % 1) * files / count))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static int coprimeNear(double wanted, int count) {
        int step = Math.max(1, (int) Math.round(wanted));
        while (gcd(step, count) != 1) {
            step++;
        }
        return step;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /// The next file that can be unzipped, in memory where it is not too large. Empty where none
    /// can.
    Optional<Item> next() {
        for (int tried = 0; tried < items.size(); tried++) {
            Item item = items.get(place);
            place = (place + step) % items.size();
            try {
                return Optional.of(item.size() <= LARGEST_IN_MEMORY_BYTES ? inMemory(item) : item);
            } catch (IOException e) {
                // Broken: the next one, then.
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
