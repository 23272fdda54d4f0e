package dev.weft.archive;

import java.nio.ByteBuffer;

/// The extra field of an entry that contains, in order, the numbers that exceed 32 bits.
final class Zip64Field {
    /// 32-bit mark of a number whose value is in this field.
    static final int WIDE = -1;

    /// Id of this field among the extra fields.
    static final short ID = 1;

    private final ByteBuffer numbers;

    private Zip64Field(ByteBuffer numbers) {
        this.numbers = numbers;
    }

    /// Finds the field among the extra fields of an entry. A missing field has no numbers.
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

    /// Returns the number, or the next number of this field if it is [#WIDE].
    ///
    /// @return [Long#MAX_VALUE] if the next number is missing or exceeds 63 bits
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
