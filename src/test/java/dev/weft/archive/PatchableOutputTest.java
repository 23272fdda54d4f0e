package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchableOutputTest {
    private static final int STEPS = 30;
    private static final int LONGEST_PIECE = 300_000;
    private static final int LONGEST_PATCH = 100;

    @TempDir Path folder;

    /// Pieces and patches of every size at every place: in the buffer, in the file, across both.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void writesWhatAnArrayWouldHold(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Path path = folder.resolve("out");
        ByteBuffer expected = ByteBuffer.allocate(STEPS * LONGEST_PIECE);
        try (PatchableOutput output = new PatchableOutput(path.toFile())) {
            for (int step = 0; step < STEPS; step++) {
                byte[] piece = bytes(random, random.nextInt(LONGEST_PIECE));
                output.write(piece, piece.length);
                expected.put(piece);
                assertThat(output.position()).isEqualTo(expected.position());
                byte[] patch =
                        bytes(random, random.nextInt(Math.min(LONGEST_PATCH, expected.position())));
                int back = random.nextInt(random.nextBoolean() ? 50 : 400_000);
                int at = Math.max(0, expected.position() - patch.length - back);
                output.patch(at, ByteBuffer.wrap(patch));
                expected.put(at, patch);
            }
            output.flush();
        }
        assertThat(ByteBuffer.wrap(Files.readAllBytes(path))).isEqualTo(expected.flip());
    }

    private static byte[] bytes(SplittableRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
