package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.testing.Zips;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTest {
    @TempDir Path folder;

    /// The test suite of RFC 1321.
    @ParameterizedTest
    @CsvSource({
        "'', d41d8cd98f00b204e9800998ecf8427e",
        "abc, 900150983cd24fb0d6963f7d28e17f72",
        "message digest, f96b697d7cb7938d525a2f31aaf161d0"
    })
    void hasTheMd5OfItsBytes(String text, String md5) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(item(bytes.length, new Content.InMemory(bytes)).md5()).isEqualTo(md5);
        Content streamed = new Content.Streamed(() -> new ByteArrayInputStream(bytes));
        assertThat(item(bytes.length, streamed).md5()).isEqualTo(md5);
    }

    @Test
    void hasNoMd5WhereItsBytesAreNotAsStated() throws Exception {
        Zips broken = Zips.deflated("a").with(0, Zips.Field.CRC32, 1);
        try (UnzipStage stage = UnzipStage.open(broken.in(folder), ReadArchive.STREAMED)) {
            Item item = ReadArchive.items(stage).getFirst();
            assertThatThrownBy(item::md5)
                    .isInstanceOfSatisfying(
                            BrokenEntryException.class,
                            e -> assertThat(e.fault()).isEqualTo(EntryFault.CRC_MISMATCH));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void hasNoNegativeSize(long size) {
        assertThatThrownBy(() -> item(size, new Content.InMemory(new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Item item(long size, Content content) {
        return new Item(0, "x", size, 0, content);
    }
}
