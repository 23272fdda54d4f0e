package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.Zips;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Zip64Test {
    private static final long FIVE_GIB = 5L << 30;
    private static final byte[] CONTENT = "far away".getBytes(StandardCharsets.US_ASCII);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {65_534, 65_535, 65_536, 70_000})
    void countsMoreFilesThanTheOldEndRecordCan(int files) throws Exception {
        Path zip = folder.resolve("many.zip");
        ZipMaker.make(new ZipRecipe(files, 3, FileContent.RANDOM, 1), zip, done -> {});
        try (UnzipStage stage = UnzipStage.open(zip, ReadArchive.IN_MEMORY);
                ZipFile oracle = new ZipFile(zip.toFile())) {
            assertThat(stage.items().files()).isEqualTo(files);
            assertThat(oracle.size()).isEqualTo(files);
            List<? extends ZipEntry> expected = Collections.list(oracle.entries());
            List<Item> items = ReadArchive.items(stage);
            assertThat(items)
                    .extracting(Item::name)
                    .isEqualTo(expected.stream().map(ZipEntry::getName).toList());
            assertThat(items)
                    .extracting(Item::crc32)
                    .isEqualTo(expected.stream().map(ZipEntry::getCrc).toList());
        }
    }

    @Test
    void readsWhatTheJdkWritesInZip64() throws Exception {
        Zips many =
                Zips.written(
                        out -> {
                            for (int n = 0; n < 70_000; n++) {
                                Zips.putStored(out, "file" + n, new byte[] {(byte) n});
                            }
                        });
        try (UnzipStage stage = UnzipStage.open(many.in(folder), ReadArchive.IN_MEMORY)) {
            List<Item> items = ReadArchive.items(stage);
            assertThat(items).hasSize(70_000);
            assertThat(items.getLast().name()).isEqualTo("file69999");
            assertThat(ReadArchive.bytes(items.getLast())).containsExactly((byte) 69_999);
        }
    }

    @Test
    void findsTheZip64RecordBehindWhatWasPutBeforeTheArchive() throws Exception {
        Path made = folder.resolve("made.zip");
        ZipMaker.make(new ZipRecipe(65_536, 0, FileContent.RANDOM, 1), made, done -> {});
        Zips prefixed = new Zips(Files.readAllBytes(made)).inserted(0, new byte[1_000]);
        try (UnzipStage stage = UnzipStage.open(prefixed.in(folder), ReadArchive.IN_MEMORY)) {
            assertThat(ReadArchive.items(stage)).hasSize(65_536);
        }
    }

    /// A sparse file: five GiB of nothing before the entry, which take no room on the disk.
    @Test
    void reachesAnEntryBeyondFourGib() throws Exception {
        CRC32 crc32 = new CRC32();
        crc32.update(CONTENT);
        EntryEncoder entry =
                new EntryEncoder(
                        "far.txt",
                        DirectoryEntry.STORED,
                        crc32.getValue(),
                        CONTENT.length,
                        CONTENT.length,
                        FIVE_GIB);
        Path zip = folder.resolve("sparse.zip");
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
            file.seek(FIVE_GIB);
            file.write(entry.localHeader().array());
            file.write(CONTENT);
            long directory = file.getFilePointer();
            byte[] written = entry.directoryRecord().array();
            file.write(written);
            file.write(new EndRecordEncoder(directory, written.length, 1, "").bytes().array());
        }
        assertThat(ReadArchive.fates(zip, ReadArchive.STREAMED))
                .containsExactly("far.txt: ok far away");
        try (ZipFile oracle = new ZipFile(zip.toFile());
                InputStream stream = oracle.getInputStream(oracle.getEntry("far.txt"))) {
            assertThat(stream.readAllBytes()).isEqualTo(CONTENT);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 0xFFFF_FFFEL, 0xFFFF_FFFFL, 0x1_0000_0000L, 1L << 40})
    void statesSizesThatTakeMoreThan32Bits(long number) {
        for (EntryEncoder written :
                List.of(entry(number, 7, 8), entry(7, number, 8), entry(7, 8, number))) {
            ByteBuffer record = written.directoryRecord().order(ByteOrder.LITTLE_ENDIAN);
            assertThat(DirectoryEntry.recordBytes(record)).isEqualTo(record.remaining());
            DirectoryEntry read = DirectoryEntry.of(record, 0);
            assertThat(read.size()).isEqualTo(written.size());
            assertThat(read.compressedSize()).isEqualTo(written.compressedSize());
            assertThat(read.headerOffset()).isEqualTo(written.headerOffset());
            assertThat(read.crc32()).isEqualTo(written.crc32());
            assertThat(read.name().text()).isEqualTo("x");
        }
    }

    private static EntryEncoder entry(long compressedSize, long size, long headerOffset) {
        return new EntryEncoder(
                "x", DirectoryEntry.DEFLATED, 0xFEDC_BA98L, compressedSize, size, headerOffset);
    }

    @Test
    void keepsALocalHeaderAsLongAsItWasBeforeItsSizesWereKnown() {
        for (long size : new long[] {0, 100, 0xFF00_0000L, 0xFFFF_FFFFL, 1L << 40}) {
            EntryEncoder before =
                    new EntryEncoder("x", DirectoryEntry.DEFLATED, 0, 0, size, 1L << 40);
            assertThat(before.completed(0xFFFF_FFFFL, size + size / 500).localHeader().remaining())
                    .isEqualTo(before.localHeader().remaining());
        }
    }
}
