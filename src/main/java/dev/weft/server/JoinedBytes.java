package dev.weft.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The bytes of several bodies in sequence. Holds the bodies until it is freed.
final class JoinedBytes implements ByteRange {
    private final TreeMap<Long, Body> partsByStart = new TreeMap<>();
    private final List<Body> parts;
    private final long length;

    JoinedBytes(List<Body> parts) {
        this.parts = List.copyOf(parts);
        long start = 0;
        for (Body part : this.parts) {
            if (part.length() > 0) {
                partsByStart.put(start, part);
                start += part.length();
            }
        }
        this.length = start;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long position, byte[] target, int offset, int count) throws IOException {
        Map.Entry<Long, Body> part = partsByStart.floorEntry(position);
        if (part == null) {
            throw new IndexOutOfBoundsException("no byte at %d".formatted(position));
        }
        long within = position - part.getKey();
        int available = (int) Math.min(count, part.getValue().length() - within);
        return part.getValue().bytes().read(within, target, offset, available);
    }

    @Override
    public void free() {
        parts.forEach(Body::release);
    }
}
