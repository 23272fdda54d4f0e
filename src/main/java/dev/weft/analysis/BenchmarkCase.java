package dev.weft.analysis;

import dev.weft.record.PassRow;
import java.util.Collection;
import java.util.Comparator;

/// A case: one zip at one concurrency. Modes are compared within a case.
///
/// @param archive file name of the zip
/// @param files number of files in the zip
/// @param concurrency pool size of the client, also for the sequential mode
public record BenchmarkCase(String archive, int files, int concurrency)
        implements Comparable<BenchmarkCase> {
    private static final Comparator<BenchmarkCase> ORDER =
            Comparator.comparingInt(BenchmarkCase::files)
                    .thenComparing(BenchmarkCase::archive)
                    .thenComparingInt(BenchmarkCase::concurrency);

    /// Case of a pass.
    public static BenchmarkCase of(PassRow row) {
        return new BenchmarkCase(
                row.setting().items().archive(),
                row.setting().items().files(),
                row.contract().terms().poolSize());
    }

    /// Whether the other case has another zip with the same number of files.
    public boolean isTwinOf(BenchmarkCase other) {
        return files == other.files && !archive.equals(other.archive);
    }

    /// Name among other cases, such as `500 files, 64 at once`. Contains the file name of the zip,
    /// as in `500 files in a.zip, 64 at once`, if one of the others is a twin.
    public String among(Collection<BenchmarkCase> others) {
        return others.stream().anyMatch(this::isTwinOf)
                ? "%,d files in %s, %d at once".formatted(files, archive, concurrency)
                : toString();
    }

    /// Compares by number of files, then by zip, then by concurrency.
    @Override
    public int compareTo(BenchmarkCase other) {
        return ORDER.compare(this, other);
    }

    /// Short name, such as `500 files, 64 at once`.
    @Override
    public String toString() {
        return "%,d files, %d at once".formatted(files, concurrency);
    }
}
