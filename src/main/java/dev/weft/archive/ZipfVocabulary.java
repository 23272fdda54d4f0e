package dev.weft.archive;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/// Words that look like words, and how often each comes up: the n-th in proportion to 1/n (Zipf).
final class ZipfVocabulary {
    /// Bits of a draw.
    static final int DRAW_BITS = 16;

    /// How many different draws there are.
    static final int DRAWS = 1 << DRAW_BITS;

    private static final int WORDS = 512;
    private static final int SHORT_WORDS = 64;
    private static final int MOST_SYLLABLES = 4;
    private static final long SEED = 1;
    private static final String[] ONSETS = {
        "", "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "th",
        "tr", "pl"
    };
    private static final String[] NUCLEI = {"a", "e", "i", "o", "u", "ea", "ou", "ai"};
    private static final String[] CODAS = {"", "", "n", "r", "s", "t", "l", "nd", "ng", "st"};

    private final byte[][] drawn = new byte[DRAWS][];

    /// Makes the words and lays them out over the draws.
    ZipfVocabulary() {
        SplittableRandom random = new SplittableRandom(SEED);
        double harmonic = 0;
        for (int rank = 1; rank <= WORDS; rank++) {
            harmonic += 1.0 / rank;
        }
        double share = 0;
        int draw = 0;
        for (int rank = 1; rank <= WORDS; rank++) {
            byte[] word = word(random, rank).getBytes(StandardCharsets.US_ASCII);
            share += 1.0 / rank / harmonic;
            int end = rank == WORDS ? DRAWS : (int) (share * DRAWS);
            for (; draw < end; draw++) {
                drawn[draw] = word;
            }
        }
    }

    /// The word of a draw, with what follows it.
    byte[] word(int draw) {
        return drawn[draw];
    }

    /// Frequent words are short.
    private static String word(SplittableRandom random, int rank) {
        StringBuilder word = new StringBuilder();
        int syllables = rank < SHORT_WORDS ? 1 : random.nextInt(1, MOST_SYLLABLES + 1);
        for (int syllable = 0; syllable < syllables; syllable++) {
            word.append(ONSETS[random.nextInt(ONSETS.length)])
                    .append(NUCLEI[random.nextInt(NUCLEI.length)])
                    .append(CODAS[random.nextInt(CODAS.length)]);
        }
        return word.append(ending(random)).toString();
    }

    private static String ending(SplittableRandom random) {
        return random.nextInt(16) == 0 ? ".\n" : " ";
    }
}
