package dev.weft.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/// Generates random bytes: the numbers of a generator, lowest byte first.
record RandomBytes(SplittableRandom random) implements ContentSource {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    @Override
    public void fill(byte[] into, int count) {
        int at = 0;
        for (; at <= count - Long.BYTES; at += Long.BYTES) {
            LONGS.set(into, at, random.nextLong());
        }
        if (at < count) {
            long last = random.nextLong();
            for (; at < count; at++) {
                into[at] = (byte) last;
                last >>>= Byte.SIZE;
            }
        }
    }
}
