package dev.weft.archive;

import java.nio.ByteBuffer;

/// The extra field of an entry that holds, in turn, each of its numbers that does not fit 32 bits.
final class Zip64Field {
    /// Stands in 32 bits for a number that is in this field.
    static final int WIDE = -1;

    /// What marks this field among the extra fields.
    static final short ID = 1;

    private final ByteBuffer numbers;

    private Zip64Field(ByteBuffer numbers) {
        this.numbers = numbers;
    }

    /// Finds the field among an entry's extra fields. One that is not there holds no numbers.
    static Zip64Field in(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            short id = extra.getShort();
            int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
            if (id == ID) {
                return new Zip64Field(extra.slice(extra.position(), length).order(extra.order()));
            }
            extra.position(extra.position() + length);
        }
        return new Zip64Field(ByteBuffer.allocate(0));
    }

    /// The number itself, or the next one of this field where it stands for that.
    ///
    /// @return [Long#MAX_VALUE] where the field has none left, or one that no file can reach
    long widen(int number) {
        if (number != WIDE) {
            return Integer.toUnsignedLong(number);
        }
        if (numbers.remaining() < Long.BYTES) {
            return Long.MAX_VALUE;
        }
        long wide = numbers.getLong();
        return wide < 0 ? Long.MAX_VALUE : wide;
    }
}
