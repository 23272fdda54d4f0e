package dev.weft.server;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/// Tracks the free parts of a storage. Allocates the smallest free part that is large enough,
/// merges free neighbours, and grows only if nothing fits. Not safe for use by several threads.
final class FreeSpace {
    private record Extent(long offset, long length) {}

    private final TreeMap<Long, Extent> byOffset = new TreeMap<>();
    private final TreeSet<Extent> bySize =
            new TreeSet<>(
                    Comparator.comparingLong(Extent::length).thenComparingLong(Extent::offset));
    private final long limit;
    private long end;
    private long taken;

    /// Creates an empty storage.
    ///
    /// @param limit end of the storage
    FreeSpace(long limit) {
        this.limit = limit;
    }

    /// Allocates a part of a length.
    ///
    /// @return its offset; empty if no free part is large enough
    OptionalLong take(long length) {
        if (length == 0) {
            return OptionalLong.of(0);
        }
        Extent fitting = bySize.ceiling(new Extent(0, length));
        if (fitting == null) {
            return grow(length);
        }
        remove(fitting);
        if (fitting.length > length) {
            add(new Extent(fitting.offset + length, fitting.length - length));
        }
        taken += length;
        return OptionalLong.of(fitting.offset);
    }

    private OptionalLong grow(long length) {
        if (length > limit - end) {
            return OptionalLong.empty();
        }
        long offset = end;
        end += length;
        taken += length;
        return OptionalLong.of(offset);
    }

    /// Frees an allocated part.
    void give(long offset, long length) {
        if (length == 0) {
            return;
        }
        taken -= length;
        long from = offset;
        long to = offset + length;
        var before = byOffset.lowerEntry(offset);
        if (before != null && before.getValue().offset + before.getValue().length == offset) {
            from = before.getValue().offset;
            remove(before.getValue());
        }
        Extent after = byOffset.get(to);
        if (after != null) {
            to += after.length;
            remove(after);
        }
        if (to == end) {
            end = from;
        } else {
            add(new Extent(from, to - from));
        }
    }

    /// Returns the end of the last allocated part.
    long end() {
        return end;
    }

    /// Returns the number of allocated bytes.
    long taken() {
        return taken;
    }

    private void add(Extent extent) {
        byOffset.put(extent.offset, extent);
        bySize.add(extent);
    }

    private void remove(Extent extent) {
        byOffset.remove(extent.offset);
        bySize.remove(extent);
    }
}
