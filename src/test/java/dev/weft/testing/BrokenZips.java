package dev.weft.testing;

import static dev.weft.testing.ZipCase.broken;
import static dev.weft.testing.ZipCase.damaged;

import dev.weft.testing.ZipDraft.Form;
import dev.weft.testing.Zips.Field;
import java.util.Arrays;
import java.util.stream.Stream;

/// Zips of the files a, b and c of which only b does not come out.
final class BrokenZips {
    private static final Zips STORED = Zips.stored("a", "b", "c");
    private static final Zips DEFLATED = Zips.deflated("a", "b", "c");
    private static final int DEFLATED_BYTES = DEFLATED.intAt(DEFLATED.recordOf(1) + 20);
    private static final long BEYOND = Long.MAX_VALUE;

    private static final String ENDS_BEFORE = "the archive ends before its data does";
    private static final String ENDS_EARLY = "its compressed data ends too early";
    private static final String ELSEWHERE =
            "it does not start at the offset in the archive's directory";

    private BrokenZips() {}

    static Stream<ZipCase> all() {
        return Stream.of(checksums(), sizes(), data(), forms(), headers()).flatMap(cases -> cases);
    }

    private static Stream<ZipCase> checksums() {
        return Stream.of(
                damaged(
                        "a stored byte is another",
                        STORED.flipped(STORED.dataOf(1) + 7),
                        "CrcMismatch",
                        checksum("7a07851f", "17afb5a0")),
                damaged(
                        "another CRC-32, stored",
                        STORED.with(1, Field.CRC32, 0xBAD),
                        "CrcMismatch",
                        checksum("17afb5a0", "00000bad")),
                damaged(
                        "another CRC-32, deflated",
                        DEFLATED.with(1, Field.CRC32, 0xBAD),
                        "CrcMismatch",
                        checksum("17afb5a0", "00000bad")));
    }

    private static String checksum(String actual, String stated) {
        return "its bytes have the CRC-32 %s and the archive states %s".formatted(actual, stated);
    }

    private static Stream<ZipCase> sizes() {
        return Stream.of(
                damaged(
                        "stored with two sizes",
                        STORED.with(1, Field.SIZE, 599),
                        "SizeMismatch",
                        impossible(599, 600)),
                damaged(
                        "stored and one byte more",
                        sizes(STORED, 601),
                        "CrcMismatch",
                        checksum("6fa8b224", "17afb5a0")),
                damaged(
                        "stored and one byte fewer",
                        sizes(STORED, 599),
                        "CrcMismatch",
                        checksum("17619396", "17afb5a0")),
                damaged(
                        "more than stated",
                        DEFLATED.with(1, Field.SIZE, 599),
                        "SizeMismatch",
                        "it has more bytes than the 599 that the archive states"),
                damaged(
                        "a bomb that states one byte",
                        DEFLATED.with(1, Field.SIZE, 1),
                        "SizeMismatch",
                        "it has more bytes than the 1 that the archive states"),
                damaged(
                        "more than no bytes",
                        DEFLATED.with(1, Field.SIZE, 0),
                        "SizeMismatch",
                        "it has more bytes than the 0 that the archive states"),
                damaged(
                        "fewer than stated",
                        DEFLATED.with(1, Field.SIZE, 610),
                        "SizeMismatch",
                        "it has 10 bytes fewer than the 610 that the archive states"),
                damaged(
                        "more than deflate can hold",
                        DEFLATED.with(1, Field.SIZE, 0xFFFF_FFFEL),
                        "SizeMismatch",
                        impossible(0xFFFF_FFFEL, DEFLATED_BYTES)),
                damaged(
                        "no compressed data",
                        DEFLATED.with(1, Field.COMPRESSED_SIZE, 0),
                        "SizeMismatch",
                        impossible(600, 0)));
    }

    private static String impossible(long size, long compressedSize) {
        return "it cannot be that the archive states %d bytes for it, and %d in the archive"
                .formatted(size, compressedSize);
    }

    private static Stream<ZipCase> data() {
        return Stream.of(
                damaged(
                        "no deflated data at all",
                        DEFLATED.overwritten(DEFLATED.dataOf(1), filled(DEFLATED_BYTES)),
                        "CorruptData",
                        "its compressed data cannot be unzipped (invalid block type)"),
                damaged(
                        "stored data that is called deflated",
                        STORED.with(1, Field.METHOD, 8).overwritten(STORED.dataOf(1), filled(600)),
                        "CorruptData",
                        "its compressed data cannot be unzipped (invalid block type)"),
                damaged(
                        "compressed data cut short",
                        DEFLATED.with(1, Field.COMPRESSED_SIZE, DEFLATED_BYTES - 4),
                        "TruncatedData",
                        ENDS_EARLY),
                damaged(
                        "data up to beyond the end",
                        DEFLATED.with(1, Field.COMPRESSED_SIZE, 0x7FFF_FFFF),
                        "TruncatedData",
                        ENDS_BEFORE),
                damaged(
                        "Zip64 sizes without a Zip64 field",
                        sizes(STORED, 0xFFFF_FFFFL),
                        "TruncatedData",
                        ENDS_BEFORE),
                damaged(
                        "Zip64 sizes that no file can have",
                        wideSize(BEYOND),
                        "SizeMismatch",
                        impossible(BEYOND, 600)));
    }

    private static Stream<ZipCase> forms() {
        return Stream.of(
                encrypted("encrypted", 1),
                encrypted("strongly encrypted", 1 | 1 << 6),
                encrypted("a masked header", 1 << 13),
                broken(
                        "encrypted with AES",
                        DEFLATED.with(1, Field.METHOD, 99).with(1, Field.FLAGS, 1),
                        "Encrypted",
                        "is encrypted, and weft knows no passwords; make the archive without one"),
                unknown("shrunk", 1),
                unknown("bzip2", 12),
                unknown("LZMA", 14),
                unknown("Zstandard", 93));
    }

    private static ZipCase encrypted(String name, int flags) {
        return broken(
                name,
                DEFLATED.with(1, Field.FLAGS, flags),
                "Encrypted",
                "is encrypted, and weft knows no passwords; make the archive without one");
    }

    private static ZipCase unknown(String name, int method) {
        return broken(
                name,
                DEFLATED.with(1, Field.METHOD, method),
                "UnknownMethod",
                "is compressed with method %d, and weft reads only 0 (stored) and 8 (deflated); make the archive with one of them"
                        .formatted(method));
    }

    private static Stream<ZipCase> headers() {
        return Stream.of(
                damaged(
                        "a header without its signature",
                        STORED.flipped(STORED.headerOf(1)),
                        "BadHeader",
                        ELSEWHERE),
                headerAt("a header one byte off", STORED.headerOf(1) + 1),
                headerAt("a header in the directory", STORED.recordOf(0)),
                headerAt("a header beyond the end", 0xFFFF_FFF0L),
                headerAt("a Zip64 place without a Zip64 field", 0xFFFF_FFFFL),
                damaged(
                        "a name that reaches beyond the end",
                        STORED.patched(STORED.headerOf(1) + 26, 2, 0xFFFF),
                        "TruncatedData",
                        ENDS_BEFORE));
    }

    private static ZipCase headerAt(String name, long offset) {
        return damaged(name, STORED.with(1, Field.HEADER_OFFSET, offset), "BadHeader", ELSEWHERE);
    }

    private static Zips sizes(Zips zip, long size) {
        return zip.with(1, Field.SIZE, size).with(1, Field.COMPRESSED_SIZE, size);
    }

    /// With another unzipped size in the Zip64 field of b.
    private static Zips wideSize(long size) {
        Zips zip = new ZipDraft().file("a").file("b", Form.WIDE).file("c").end();
        return zip.patched(zip.recordOf(1) + 46 + 1 + 4, 8, size);
    }

    /// Bits that begin no block of deflated data.
    private static byte[] filled(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 0xFF);
        return bytes;
    }
}
