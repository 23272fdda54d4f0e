package dev.weft.plan;

import java.nio.file.Path;
import java.util.List;

/// How many items are open at once, and the archives that are measured that way.
///
/// @param concurrency items open at once, at most
/// @param archives the zips, smallest first
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
