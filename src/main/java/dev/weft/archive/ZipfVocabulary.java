package dev.weft.archive;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/// A vocabulary of pronounceable words with Zipf frequencies: the n-th word occurs in proportion to
/// 1/n.
final class ZipfVocabulary {
    /// Number of bits of a draw.
    static final int DRAW_BITS = 16;

    /// Number of different draws.
    static final int DRAWS = 1 << DRAW_BITS;

    private static final int WORDS = 512;
    private static final int SHORT_WORDS = 64;
    private static final int MAXIMUM_SYLLABLES = 4;
    private static final long SEED = 1;
    private static final String[] ONSETS = {
        "", "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "th",
        "tr", "pl"
    };
    private static final String[] NUCLEI = {"a", "e", "i", "o", "u", "ea", "ou", "ai"};
    private static final String[] CODAS = {"", "", "n", "r", "s", "t", "l", "nd", "ng", "st"};

    private final byte[][] words = new byte[DRAWS][];

    /// Generates the words and assigns each to its share of the draws.
    ZipfVocabulary() {
        SplittableRandom random = new SplittableRandom(SEED);
        double harmonic = 0;
        for (int rank = 1; rank <= WORDS; rank++) {
            harmonic += 1.0 / rank;
        }
        double cumulativeShare = 0;
        int draw = 0;
        for (int rank = 1; rank <= WORDS; rank++) {
            byte[] word = newWord(random, rank).getBytes(StandardCharsets.US_ASCII);
            cumulativeShare += 1.0 / rank / harmonic;
            int end = rank == WORDS ? DRAWS : (int) (cumulativeShare * DRAWS);
            for (; draw < end; draw++) {
                words[draw] = word;
            }
        }
    }

    /// Returns the word of a draw, with the space or full stop after it. The array is shared.
    byte[] word(int draw) {
        return words[draw];
    }

    /// Frequent words have one syllable.
    private static String newWord(SplittableRandom random, int rank) {
        StringBuilder word = new StringBuilder();
        int syllables = rank < SHORT_WORDS ? 1 : random.nextInt(1, MAXIMUM_SYLLABLES + 1);
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
