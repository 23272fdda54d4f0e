package dev.weft.testing;

import static dev.weft.testing.ZipCase.refused;

import dev.weft.testing.ZipDraft.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;

/// Files that are no zips, or from which nothing can be had.
final class RefusedZips {
    private static final String NO_ZIP = "is not a zip, or only a part of one; name a zip file";
    private static final String NO_FILES = "holds no files; make a zip with at least one";
    private static final String CUT =
            "is truncated or damaged: no directory is found at its end; copy or make it again";
    private static final String OTHER_END =
            "is truncated or damaged: what its end belongs to is not what it begins with; copy or make it again";
    private static final String SPLIT =
            "is only the last part of a split zip; join the parts (zip -s 0) and name the whole";

    private RefusedZips() {}

    static Stream<ZipCase> all() {
        return Stream.of(noZips(), cuts(), directories(), bombs()).flatMap(cases -> cases);
    }

    private static Stream<ZipCase> noZips() {
        Zips inner = Zips.stored("inner");
        Zips outer = Zips.written(out -> Zips.putStored(out, "inner.zip", inner.bytes()));
        return Stream.of(
                refused(
                        "an empty file",
                        new Zips(new byte[0]),
                        "is an empty file, not a zip; make it again"),
                refused("one byte", text("P"), NO_ZIP),
                refused("text", text("index,name\n0,a\n"), NO_ZIP),
                refused("nothing but zeros", new Zips(new byte[100_000]), NO_ZIP),
                refused("a gzip", gzip(), NO_ZIP),
                refused("an empty zip", Zips.empty(), NO_FILES),
                refused("an empty Zip64 zip", new ZipDraft().end(Form.WIDE), NO_FILES),
                refused(
                        "folders only",
                        Zips.written(
                                out -> {
                                    out.putNextEntry(new ZipEntry("a/"));
                                    out.putNextEntry(new ZipEntry("a/b/"));
                                }),
                        NO_FILES),
                refused(
                        "a zip within the lost rest of another",
                        outer.cut(outer.directoryStart()),
                        OTHER_END),
                refused(
                        "two zips, one behind the other",
                        Zips.stored("a").followedBy(Zips.stored("b").bytes()),
                        OTHER_END),
                refused(
                        "an empty zip behind it",
                        Zips.stored("a").followedBy(Zips.empty().bytes()),
                        OTHER_END));
    }

    /// Cut inside and at the end of each part of a file that has all the parts there are.
    private static Stream<ZipCase> cuts() {
        ZipDraft draft =
                new ZipDraft().file("a", Form.DEFLATED, Form.DESCRIPTOR, Form.WIDE, Form.COMMENT);
        Zips whole = draft.end(Form.WIDE, Form.COMMENT);
        return draft.parts().stream()
                .flatMap(
                        part ->
                                Stream.of(
                                        cut("inside the ", part, whole, part.middle()),
                                        cut("behind the ", part, whole, part.end())))
                .limit(2L * draft.parts().size() - 1);
    }

    private static ZipCase cut(String where, ZipDraft.Part part, Zips whole, int length) {
        return refused("cut " + where + part.name(), whole.cut(length), CUT);
    }

    private static Stream<ZipCase> directories() {
        Zips whole = Zips.stored("a", "b", "c");
        return Stream.of(
                refused(
                        "ten bytes lost in the middle",
                        whole.cut(100)
                                .followedBy(
                                        Arrays.copyOfRange(
                                                whole.bytes(), 110, whole.bytes().length)),
                        CUT),
                refused(
                        "a hole in the directory",
                        whole.flipped(whole.recordOf(1)),
                        "is damaged: its directory is damaged at entry 1; copy or make it again"),
                refused(
                        "a name beyond the directory",
                        whole.patched(whole.recordOf(2) + 28, 2, 60_000),
                        "is damaged: its directory is damaged at entry 2; copy or make it again"),
                refused(
                        "an entry fewer than the end states",
                        whole.patched(whole.endRecord() + 10, 2, 4),
                        "is damaged: its directory lists 3 entries and its end states 4; copy or make it again"),
                refused(
                        "a directory that is longer than the file",
                        whole.patched(whole.endRecord() + 12, 4, 0x7FFF_FFFF),
                        CUT),
                refused(
                        "the last part of several",
                        whole.patched(whole.endRecord() + 4, 2, 3),
                        SPLIT));
    }

    private static Stream<ZipCase> bombs() {
        byte[] half = Arrays.copyOf(SmallZip.noise(2_000), 1 << 20);
        return Stream.of(
                refused(
                        "a bomb of one file",
                        deflated(new byte[17 << 20]),
                        "unzips to too much: entry 0 (x) has 17825792 bytes, more than 1000 times the size that it has in the zip; raise --max-ratio where that is meant"),
                refused(
                        "a bomb of files that share their bytes",
                        deflated(half).listed(100),
                        "unzips to too much: its files together have 104857600 bytes, more than 1000 times the size of the zip; raise --max-ratio where that is meant"));
    }

    private static Zips deflated(byte[] content) {
        return new ZipDraft().file("x", content, Form.DEFLATED).end();
    }

    private static Zips gzip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Zips.contentOf("a"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Zips(bytes.toByteArray());
    }

    private static Zips text(String text) {
        return new Zips(text.getBytes(StandardCharsets.UTF_8));
    }
}
