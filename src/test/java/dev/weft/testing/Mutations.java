package dev.weft.testing;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// Bytes that were changed at random, in a way that a seed repeats.
///
/// `-Dweft.mutations=N` makes N of each seed, and `-Dweft.mutation-seed=S` takes that seed alone.
public final class Mutations {
    private static final long[] TELLING = {
        0,
        1,
        8,
        0x7F,
        0xFF,
        0xFFFF,
        0x7FFF_FFFF,
        0xFFFF_FFFFL,
        0x0605_4b50,
        0x0403_4b50,
        Long.MIN_VALUE
    };
    private static final byte[] MARKS = {'\n', '\r', ',', '"', '\\', '-', '.', 0, '9', (byte) 0xC3};

    private final SplittableRandom random;

    /// Those of a seed.
    public Mutations(long seed) {
        this.random = new SplittableRandom(seed);
        System.out.printf(
                "%,d mutations with seed %d; repeat them with -Dweft.mutation-seed=%d%n",
                count(), seed, seed);
    }

    /// How many to make of each seed.
    public static int count() {
        return Integer.getInteger("weft.mutations", 1_000);
    }

    /// The seeds to take.
    public static LongStream seeds() {
        String seed = System.getProperty("weft.mutation-seed");
        return seed == null ? LongStream.of(1, 2, 3) : LongStream.of(Long.parseLong(seed));
    }

    /// Chance for what goes along with a mutation.
    public SplittableRandom random() {
        return random;
    }

    /// Replaces up to three numbers by others.
    ///
    /// @param telling position of most replacements
    public byte[] ofNumbers(byte[] whole, int telling) {
        byte[] mutated = whole.clone();
        int changes = random.nextInt(1, 4);
        for (int change = 0; change < changes; change++) {
            int from = random.nextInt(4) == 0 ? 0 : telling;
            int at = random.nextInt(from, whole.length);
            int count = Math.min(1 << random.nextInt(4), whole.length - at);
            long value =
                    random.nextBoolean()
                            ? TELLING[random.nextInt(TELLING.length)]
                            : random.nextLong();
            for (int place = 0; place < count; place++) {
                mutated[at + place] = (byte) (value >>> (Byte.SIZE * place));
            }
        }
        return mutated;
    }

    /// A piece cut off the end, taken out, put in, or doubled.
    public byte[] ofPieces(byte[] whole) {
        int at = random.nextInt(whole.length);
        int count = random.nextInt(Math.min(64, whole.length - at)) + 1;
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(whole, at);
            case 1 -> joined(Arrays.copyOf(whole, at), whole, at + count);
            case 2 -> joined(joined(Arrays.copyOf(whole, at), noise(count), 0), whole, at);
            default -> joined(Arrays.copyOf(whole, at + count), whole, at);
        };
    }

    /// Some characters of a text written over others, up to three of them, most of them marks.
    public byte[] ofCharacters(byte[] whole) {
        byte[] mutated = whole.clone();
        int changes = random.nextInt(1, 4);
        for (int change = 0; change < changes; change++) {
            mutated[random.nextInt(whole.length)] =
                    random.nextInt(4) == 0
                            ? (byte) random.nextInt(256)
                            : MARKS[random.nextInt(MARKS.length)];
        }
        return mutated;
    }

    private byte[] noise(int count) {
        byte[] noise = new byte[count];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] joined(byte[] first, byte[] second, int from) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length - from);
        System.arraycopy(second, from, joined, first.length, second.length - from);
        return joined;
    }
}
