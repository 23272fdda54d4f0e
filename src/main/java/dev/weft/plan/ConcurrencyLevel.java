package dev.weft.plan;

import java.nio.file.Path;
import java.util.List;

/// A concurrency and the zips to measure at it.
///
/// @param concurrency largest number of items in flight
/// @param archives zips, smallest first
public record ConcurrencyLevel(int concurrency, List<Path> archives) {
    public ConcurrencyLevel {
        archives = List.copyOf(archives);
        if (concurrency < 1) {
            throw new IllegalArgumentException(
                    "concurrency " + concurrency + " must be at least 1");
        }
        if (archives.isEmpty()) {
            throw new IllegalArgumentException("a load needs an archive");
        }
    }
}
