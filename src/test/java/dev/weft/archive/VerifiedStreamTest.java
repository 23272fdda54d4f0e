package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class VerifiedStreamTest {
    private static final byte[] CONTENT = "ten bytes.".getBytes(StandardCharsets.US_ASCII);

    @Test
    void handsOutWhatIsAsStated() throws IOException {
        assertThat(stream(10, crc32(CONTENT)).readAllBytes()).isEqualTo(CONTENT);
    }

    @Test
    void handsOutSingleBytes() throws IOException {
        InputStream stream = stream(10, crc32(CONTENT));
        for (byte expected : CONTENT) {
            assertThat(stream.read()).isEqualTo(expected);
        }
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void failsBeforeTheLastByteIsOut() throws IOException {
        InputStream stream = stream(10, crc32(CONTENT) + 1);
        assertThat(stream.readNBytes(9)).hasSize(9);
        assertThatThrownBy(stream::read).isInstanceOf(BrokenEntryException.class);
    }

    @Test
    void failsAgainWhereItFailedBefore() throws IOException {
        InputStream stream = stream(9, crc32(CONTENT));
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(stream::readAllBytes)
                    .isInstanceOfSatisfying(
                            BrokenEntryException.class,
                            e -> assertThat(e.fault()).isEqualTo(EntryFault.SIZE_MISMATCH));
        }
    }

    @Test
    void takesNoMoreThanOneByteBeyondTheStatedSize() {
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[1_000]);
        InputStream stream = new VerifiedStream(endless, entry(10, 0));
        assertThatThrownBy(() -> stream.read(new byte[1_000]))
                .isInstanceOf(BrokenEntryException.class);
        assertThat(endless.available()).isEqualTo(1_000 - 11);
    }

    @Test
    void readsNothingIntoNothing() throws IOException {
        assertThat(stream(10, 0).read(new byte[0])).isZero();
    }

    @Test
    void passesOnWhatTheDiskSays() {
        InputStream failing =
                new FilterInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] into, int offset, int count) throws IOException {
                        throw new IOException("Input/output error");
                    }
                };
        assertThatThrownBy(() -> new VerifiedStream(failing, entry(10, 0)).read(new byte[10]))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("Input/output error");
    }

    private static InputStream stream(long statedSize, long statedCrc32) {
        return new VerifiedStream(
                new ByteArrayInputStream(CONTENT), entry(statedSize, statedCrc32));
    }

    private static DirectoryEntry entry(long size, long crc32) {
        return new DirectoryEntry(0, new EntryName("x"), 0, 0, crc32, size, size, 0);
    }

    private static long crc32(byte[] bytes) {
        CRC32 crc32 = new CRC32();
        crc32.update(bytes);
        return crc32.getValue();
    }
}
