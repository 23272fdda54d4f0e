package dev.weft.server;

import java.util.Comparator;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which parts of a file are free. Takes the smallest free part that is large enough, joins free
/// neighbours, and grows the file only where nothing fits. Not safe for use by several threads.
final class FreeSpace {
    private record Extent(long offset, long length) {}

    private final TreeMap<Long, Extent> byOffset = new TreeMap<>();
    private final TreeSet<Extent> bySize =
            new TreeSet<>(
                    Comparator.comparingLong(Extent::length).thenComparingLong(Extent::offset));
    private long end;

    /// Takes a part of that length.
    ///
    /// @return its offset
    long take(long length) {
        Extent fitting = bySize.ceiling(new Extent(0, length));
        if (fitting == null) {
            long offset = end;
            end += length;
            return offset;
        }
        remove(fitting);
        if (fitting.length > length) {
            add(new Extent(fitting.offset + length, fitting.length - length));
        }
        return fitting.offset;
    }

    /// Gives a part back that was taken before.
    void give(long offset, long length) {
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

    /// Where the last part in use ends: the least length of the file.
    long end() {
        return end;
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
