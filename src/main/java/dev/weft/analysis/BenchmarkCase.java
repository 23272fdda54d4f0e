package dev.weft.analysis;

import dev.weft.record.PassRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;

/// What modes are compared in: the same zip, with as many uploads open at once.
///
/// @param archive the file name of the zip
/// @param files in it
/// @param concurrency uploads open at once; the sequential mode stands at the one of its pool
public record BenchmarkCase(String archive, int files, int concurrency)
        implements Comparable<BenchmarkCase> {
    private static final Comparator<BenchmarkCase> ORDER =
            Comparator.comparingInt(BenchmarkCase::files)
                    .thenComparing(BenchmarkCase::archive)
                    .thenComparingInt(BenchmarkCase::concurrency);

    public BenchmarkCase {
        Objects.requireNonNull(archive);
    }

    /// The setting of a pass.
    public static BenchmarkCase of(PassRow row) {
        return new BenchmarkCase(
                row.setting().items().archive(),
                row.setting().items().files(),
                row.contract().terms().poolSize());
    }

    /// Whether the other one has as many files of another zip.
    public boolean isTwinOf(BenchmarkCase other) {
        return files == other.files && !archive.equals(other.archive);
    }

    /// What it is called among others, such as `500 files, 64 at once`, or `500 files in a.zip, 64
    /// at once` where one of them has as many files of another zip.
    public String among(Collection<BenchmarkCase> others) {
        return others.stream().anyMatch(this::isTwinOf)
                ? "%,d files in %s, %d at once".formatted(files, archive, concurrency)
                : toString();
    }

    /// By number of files, zip and concurrency.
    @Override
    public int compareTo(BenchmarkCase other) {
        return ORDER.compare(this, other);
    }

    /// Such as `500 files, 64 at once`.
    @Override
    public String toString() {
        return "%,d files, %d at once".formatted(files, concurrency);
    }
}
