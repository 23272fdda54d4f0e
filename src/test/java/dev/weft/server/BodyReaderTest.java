package dev.weft.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class BodyReaderTest {
    private static final int MEMORY_BYTES = 10_000_000;

    private final MemoryStorage memory = new MemoryStorage(MEMORY_BYTES);
    private SpillFile spill;
    private BodyReader reader;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        spill = SpillFile.open(folder);
        reader = new BodyReader(memory, spill);
    }

    @AfterEach
    void close() throws IOException {
        spill.close();
    }

    @Test
    void keepsWhatFitsInMemory() throws IOException {
        byte[] bytes = random(MEMORY_BYTES);

        Body body = read(bytes).body();

        assertThat(content(body)).isEqualTo(bytes);
        assertThat(memory.takenBytes()).isEqualTo(MEMORY_BYTES);
        assertThat(spill.end()).isZero();
    }

    @Test
    void spillsWhatDoesNotFit() throws IOException {
        byte[] bytes = random(MEMORY_BYTES + 1);

        Body body = read(bytes).body();

        assertThat(content(body)).isEqualTo(bytes);
        assertThat(memory.takenBytes()).isZero();
        assertThat(spill.end()).isEqualTo(MEMORY_BYTES + 1);
    }

    @Test
    void reusesTheSpaceOfWhatWasDeleted() {
        MemoryStorage none = new MemoryStorage(0);
        BodyReader spilling = new BodyReader(none, spill);
        Body kept = spilling.read(stream(random(1000)), 1000, false).body();

        for (int round = 0; round < 100; round++) {
            spilling.read(stream(random(5000)), 5000, false).body().release();
        }

        assertThat(spill.end()).isLessThanOrEqualTo(6000);
        kept.release();
        assertThat(spill.end()).isZero();
    }

    @Test
    void keepsSpilledBytesForAReaderAfterTheyWereDeleted() throws IOException {
        BodyReader spilling = new BodyReader(new MemoryStorage(0), spill);
        byte[] bytes = random(1000);
        Body body = spilling.read(stream(bytes), 1000, false).body();
        assertThat(body.tryHold()).isTrue();
        InputStream reading = body.open(0, 1000);

        body.release();
        Body next = spilling.read(stream(random(1000)), 1000, false).body();

        assertThat(reading.readAllBytes()).isEqualTo(bytes);
        reading.close();
        assertThat(body.tryHold()).isFalse();
        assertThat(content(next)).hasSize(1000);
    }

    @Test
    void givesMemoryBackWhenABodyEndsEarly() {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> reader.read(stream(new byte[99]), 100, false))
                .satisfies(
                        e ->
                                assertThat(e.awsErrorDetails().errorCode())
                                        .isEqualTo("IncompleteBody"));
        assertThat(memory.takenBytes()).isZero();
    }

    @Test
    void givesSpilledSpaceBackWhenAClientBreaksOff() {
        BodyReader spilling = new BodyReader(new MemoryStorage(0), spill);
        InputStream broken = new SequenceInputStream(stream(new byte[50_000]), new BrokenStream());

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> spilling.read(broken, 100_000, false));
        assertThat(spill.end()).isZero();
    }

    @Test
    void saysThatTheSpillFileCannotBeWritten() throws IOException {
        BodyReader spilling = new BodyReader(new MemoryStorage(0), spill);
        spill.close();

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> spilling.read(stream(new byte[10]), 10, false))
                .withMessageContaining("spill file")
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(500));
    }

    @Test
    void letsGoOfABodyWithAnotherMd5() {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(
                        () -> read(new byte[10]).withMd5(Optional.of("AAAAAAAAAAAAAAAAAAAAAA==")));
        assertThat(memory.takenBytes()).isZero();
    }

    @Test
    void letsGoOfABodyWithAnotherCrc32() {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> read(new byte[10]).withCrc32(Optional.of("AAAAAA==")));
        assertThat(memory.takenBytes()).isZero();
    }

    @Test
    void takesABodyWithTheChecksumsThatWereSent() {
        // CRC-32 and MD5 of "123456789" and of the empty text, from the RFCs 3385 and 1321.
        assertThat(read("123456789".getBytes(UTF_8)).withCrc32(Optional.of("y/Q5Jg==")).crc32())
                .isEqualTo(0xcbf43926L);
        assertThat(read(new byte[0]).withMd5(Optional.of("1B2M2Y8AsgTpgAmY7PhCfg==")).md5())
                .isPresent();
    }

    @Test
    void leavesNoFileBehind(@TempDir Path other) throws IOException {
        SpillFile file = SpillFile.open(other);
        new BodyReader(new MemoryStorage(0), file).read(stream(new byte[10]), 10, false);
        file.close();

        try (Stream<Path> left = Files.list(other)) {
            assertThat(left).isEmpty();
        }
    }

    private BodyReader.Received read(byte[] bytes) {
        return reader.read(stream(bytes), bytes.length, true);
    }

    private static byte[] content(Body body) throws IOException {
        assertThat(body.tryHold()).isTrue();
        try (InputStream stream = body.open(0, body.length())) {
            return stream.readAllBytes();
        }
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new Random(bytes).nextBytes(random);
        return random;
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            return read();
        }
    }
}
