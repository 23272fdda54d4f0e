package dev.weft.archive;

import java.util.SplittableRandom;

/// Generates text with the word frequencies of [ZipfVocabulary].
final class RandomText implements ContentSource {
    private static final ZipfVocabulary VOCABULARY = new ZipfVocabulary();

    private final SplittableRandom random;
    private byte[] word = new byte[0];
    private int used;
    private long draws;
    private int drawsLeft;

    RandomText(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public void fill(byte[] into, int count) {
        int at = 0;
        while (at < count) {
            if (used == word.length) {
                word = draw();
                used = 0;
            }
            int copied = Math.min(word.length - used, count - at);
            System.arraycopy(word, used, into, at, copied);
            used += copied;
            at += copied;
        }
    }

    private byte[] draw() {
        if (drawsLeft == 0) {
            draws = random.nextLong();
            drawsLeft = Long.SIZE / ZipfVocabulary.DRAW_BITS;
        }
        byte[] drawn = VOCABULARY.word((int) draws & (ZipfVocabulary.DRAWS - 1));
        draws >>>= ZipfVocabulary.DRAW_BITS;
        drawsLeft--;
        return drawn;
    }
}
