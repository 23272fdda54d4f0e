package dev.weft.archive;

import static dev.weft.archive.ReadArchive.IN_MEMORY;
import static dev.weft.archive.ReadArchive.STREAMED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.Zips;
import dev.weft.testing.Zips.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntryFaultTest {
    private static final Zips STORED = Zips.stored("a", "b", "c");
    private static final Zips DEFLATED = Zips.deflated("a", "b", "c");

    @TempDir Path folder;

    /// Zips of three files of which the second is broken.
    static Stream<Arguments> corpus() {
        int storedData = STORED.dataOf(1);
        int deflatedData = DEFLATED.dataOf(1);
        int deflatedSize = DEFLATED.intAt(DEFLATED.recordOf(1) + 20);
        return Stream.of(
                broken("a stored byte is another", STORED.flipped(storedData + 7), "CrcMismatch"),
                broken("another CRC-32, stored", STORED.with(1, Field.CRC32, 1), "CrcMismatch"),
                broken("another CRC-32, deflated", DEFLATED.with(1, Field.CRC32, 1), "CrcMismatch"),
                broken("stored with two sizes", STORED.with(1, Field.SIZE, 599), "SizeMismatch"),
                broken("stored and one byte more", sizes(STORED, 601), "CrcMismatch"),
                broken("stored and one byte fewer", sizes(STORED, 599), "CrcMismatch"),
                broken("more than stated", DEFLATED.with(1, Field.SIZE, 599), "SizeMismatch"),
                broken("much more than stated", DEFLATED.with(1, Field.SIZE, 1), "SizeMismatch"),
                broken("more than no bytes", DEFLATED.with(1, Field.SIZE, 0), "SizeMismatch"),
                broken("fewer than stated", DEFLATED.with(1, Field.SIZE, 601), "SizeMismatch"),
                broken("4 GiB stated", DEFLATED.with(1, Field.SIZE, 0xFFFF_FFFEL), "SizeMismatch"),
                broken("shrunk", DEFLATED.with(1, Field.METHOD, 1), "UnknownMethod"),
                broken("bzip2", DEFLATED.with(1, Field.METHOD, 12), "UnknownMethod"),
                broken("AES", DEFLATED.with(1, Field.METHOD, 99), "UnknownMethod"),
                broken("encrypted", DEFLATED.with(1, Field.FLAGS, 1), "Encrypted"),
                broken(
                        "strongly encrypted",
                        DEFLATED.with(1, Field.FLAGS, 1 | 1 << 6),
                        "Encrypted"),
                broken("a masked header", DEFLATED.with(1, Field.FLAGS, 1 << 13), "Encrypted"),
                broken(
                        "no deflated data at all",
                        DEFLATED.overwritten(deflatedData, filled(deflatedSize)),
                        "CorruptData"),
                broken(
                        "stored data that is called deflated",
                        STORED.with(1, Field.METHOD, 8).overwritten(storedData, filled(600)),
                        "CorruptData"),
                broken(
                        "compressed data cut short",
                        DEFLATED.with(1, Field.COMPRESSED_SIZE, deflatedSize - 4),
                        "TruncatedData"),
                broken(
                        "no compressed data",
                        DEFLATED.with(1, Field.COMPRESSED_SIZE, 0),
                        "TruncatedData"),
                broken(
                        "data up to beyond the end",
                        DEFLATED.with(1, Field.COMPRESSED_SIZE, 0x7FFF_FFFF),
                        "TruncatedData"),
                broken("Zip64 without a Zip64 field", sizes(STORED, 0xFFFF_FFFFL), "TruncatedData"),
                broken(
                        "a header without its signature",
                        STORED.flipped(STORED.headerOf(1)),
                        "BadHeader"),
                broken(
                        "a header one byte off",
                        STORED.with(1, Field.HEADER_OFFSET, STORED.headerOf(1) + 1),
                        "BadHeader"),
                broken(
                        "a header in the directory",
                        STORED.with(1, Field.HEADER_OFFSET, STORED.recordOf(0)),
                        "BadHeader"),
                broken(
                        "a header beyond the end",
                        STORED.with(1, Field.HEADER_OFFSET, 0xFFFF_FFF0L),
                        "BadHeader"),
                broken(
                        "a Zip64 offset without a Zip64 field",
                        STORED.with(1, Field.HEADER_OFFSET, 0xFFFF_FFFFL),
                        "BadHeader"),
                broken(
                        "a name that reaches beyond the end",
                        STORED.patched(STORED.headerOf(1) + 26, 2, 0xFFFF),
                        "TruncatedData"));
    }

    private static Arguments broken(String what, Zips corpus, String code) {
        return Arguments.of(what, corpus, code);
    }

    private static Zips sizes(Zips zip, long size) {
        return zip.with(1, Field.SIZE, size).with(1, Field.COMPRESSED_SIZE, size);
    }

    /// Bits that begin no block of deflated data.
    private static byte[] filled(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 0xFF);
        return bytes;
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("corpus")
    void isOneEntrysOwnInMemory(String what, Zips corpus, String code) throws Exception {
        assertThat(ReadArchive.fates(corpus.in(folder), IN_MEMORY))
                .containsExactly("a: ok a.a.a.a.a.a.", "b: " + code, "c: ok c.c.c.c.c.c.");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("corpus")
    void isOneEntrysOwnInAStream(String what, Zips corpus, String code) throws Exception {
        assertThat(ReadArchive.fates(corpus.in(folder), STREAMED))
                .containsExactly("a: ok a.a.a.a.a.a.", "b: " + code, "c: ok c.c.c.c.c.c.");
    }

    @Test
    void hasATestForEveryCodeButThatOfABrokenDisk() {
        List<String> tested = new ArrayList<>();
        corpus().map(arguments -> (String) arguments.get()[2]).forEach(tested::add);
        tested.add(EntryFault.READ_ERROR.code());
        assertThat(tested)
                .containsAll(Arrays.stream(EntryFault.values()).map(EntryFault::code).toList());
    }

    @Test
    void hasACodeOfOneWord() {
        assertThat(EntryFault.values())
                .extracting(EntryFault::code)
                .allMatch(code -> code.matches("([A-Z][a-z]+)+"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void saysWhatIsWrongAndWhatToDo(Zips corpus, String message) throws Exception {
        try (UnzipStage stage = UnzipStage.open(corpus.in(folder), IN_MEMORY)) {
            assertThat(ReadArchive.rest(stage).get(1))
                    .isInstanceOfSatisfying(
                            Unzipped.Broken.class,
                            broken -> {
                                assertThat(broken.index()).isEqualTo(1);
                                assertThat(broken.name()).isEqualTo("b");
                                assertThat(broken.message()).isEqualTo(message);
                            });
        }
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(
                        STORED.with(1, Field.CRC32, 0xBAD),
                        "entry 1 (b) is damaged: its bytes have the CRC-32 17afb5a0 and the archive states 00000bad; copy or make the archive again"),
                Arguments.of(
                        DEFLATED.with(1, Field.SIZE, 599),
                        "entry 1 (b) is damaged: it has more bytes than the 599 that the archive states; copy or make the archive again"),
                Arguments.of(
                        DEFLATED.with(1, Field.SIZE, 610),
                        "entry 1 (b) is damaged: it has 10 bytes fewer than the 610 that the archive states; copy or make the archive again"),
                Arguments.of(
                        DEFLATED.with(1, Field.METHOD, 12),
                        "entry 1 (b) is compressed with method 12, and weft reads only 0 (stored) and 8 (deflated); make the archive with one of them"),
                Arguments.of(
                        DEFLATED.with(1, Field.FLAGS, 1),
                        "entry 1 (b) is encrypted, and weft knows no passwords; make the archive without one"));
    }
}
