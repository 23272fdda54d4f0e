package dev.weft.testing;

import static dev.weft.testing.ZipCase.fine;

import dev.weft.testing.ZipDraft.Form;
import dev.weft.testing.Zips.Field;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// Zips that are strange, and of which every file comes out.
final class StrangeZips {
    private static final Zips STORED = Zips.stored("a", "b");
    private static final Zips DEFLATED = Zips.deflated("a", "b");

    private StrangeZips() {}

    static Stream<ZipCase> all() {
        return Stream.of(forms(), surroundings(), headers(), names(), odds())
                .flatMap(cases -> cases);
    }

    private static Stream<ZipCase> forms() {
        return Stream.of(
                form("a data descriptor", new ZipDraft(), Form.DEFLATED, Form.DESCRIPTOR),
                form(
                        "a data descriptor without a signature",
                        new ZipDraft(),
                        Form.DEFLATED,
                        Form.BARE_DESCRIPTOR),
                form("a data descriptor behind stored data", new ZipDraft(), Form.DESCRIPTOR),
                form("a Zip64 entry", new ZipDraft(), Form.WIDE),
                form("a Zip64 entry, deflated", new ZipDraft(), Form.WIDE, Form.DEFLATED),
                form(
                        "a Zip64 data descriptor",
                        new ZipDraft(),
                        Form.WIDE,
                        Form.DEFLATED,
                        Form.DESCRIPTOR),
                form("an entry with a comment", new ZipDraft(), Form.COMMENT),
                fine("a Zip64 end", new ZipDraft().file("a").file("b").end(Form.WIDE), "a", "b"),
                fine(
                        "Zip64 throughout",
                        new ZipDraft().file("a", Form.WIDE).file("b", Form.WIDE).end(Form.WIDE),
                        "a",
                        "b"));
    }

    private static ZipCase form(String name, ZipDraft draft, Form... forms) {
        return fine(name, draft.file("a", forms).file("b").end(), "a", "b");
    }

    private static Stream<ZipCase> surroundings() {
        Zips wide = new ZipDraft().file("a").file("b").end(Form.WIDE);
        return Stream.of(
                surrounded(
                        "a script before it", DEFLATED.inserted(0, ascii("#!/bin/sh\nexit 0\n"))),
                surrounded("a prefix that it counts", prefixed(ascii("MZ and so on"))),
                surrounded("a prefix before Zip64", wide.inserted(0, new byte[1_000])),
                surrounded("one byte behind it", DEFLATED.followedBy(new byte[1])),
                surrounded("as much behind it as an end record", DEFLATED.followedBy(new byte[22])),
                surrounded("64 KiB behind it", DEFLATED.followedBy(new byte[65_535])),
                commented("a comment", "a comment"),
                commented("a comment that is an end's signature", "PK\5\6"),
                commented("a comment that holds an end record", "PK\5\6" + "\0".repeat(40)),
                commented("the longest comment", "x".repeat(65_535)));
    }

    private static ZipCase surrounded(String name, Zips zip) {
        return fine(name, zip, "a", "b");
    }

    private static ZipCase commented(String name, String comment) {
        return fine(
                name,
                Zips.written(
                        out -> {
                            out.setComment(comment);
                            Zips.putStored(out, "a", Zips.contentOf("a"));
                            Zips.putStored(out, "b", Zips.contentOf("b"));
                        }),
                "a",
                "b");
    }

    /// With something before it that its places count in.
    private static Zips prefixed(byte[] prefix) {
        Zips zip = STORED;
        for (int entry = 0; entry < 2; entry++) {
            zip =
                    zip.patched(
                            zip.recordOf(entry) + 42,
                            4,
                            zip.intAt(zip.recordOf(entry) + 42) + prefix.length);
        }
        return zip.patched(zip.endRecord() + 16, 4, zip.directoryStart() + prefix.length)
                .inserted(0, prefix);
    }

    /// Variants of local headers. The directory takes precedence over them.
    private static Stream<ZipCase> headers() {
        int header = STORED.headerOf(1);
        return Stream.of(
                surrounded("a local size that is smaller", STORED.patched(header + 18, 8, 1)),
                surrounded("a local size that is larger", STORED.patched(header + 18, 8, -2)),
                surrounded("another local CRC-32", STORED.patched(header + 14, 4, 7)),
                surrounded("another local method", STORED.patched(header + 8, 2, 12)),
                surrounded("another local name", STORED.overwritten(header + 30, ascii("z"))),
                fine("files that share their bytes", Zips.deflated("a").listed(3), "a", "a", "a"));
    }

    private static Stream<ZipCase> names() {
        byte[] notUtf8 = "Grüße.txt".getBytes(Charset.forName("IBM437"));
        Zips nine = Zips.stored("123456789");
        String full = "k".repeat(1_024);
        return Stream.of(
                fine("a name twice", Zips.deflated("1", "2").withName(1, ascii("1")), "1", "1"),
                named("a name that leads upwards", "../../etc/passwd"),
                named("a name with .. in it", "a/../b"),
                named("an absolute name", "/x"),
                named("a name with two slashes", "//x"),
                named("a name with backslashes", "C:\\dir\\file"),
                named("a name of dots", ".."),
                named("no name", ""),
                named("control characters", "tab\tline\nescape\u001b[31m nul\u0000"),
                named("any script", "größe/日本語/🧵"),
                named("what URLs escape", "a?b#c%2F&d+e ="),
                named("a name of 1,024 bytes", full),
                named("a name of 1,025 bytes", full + "k"),
                named("a name of 1,024 bytes in 512 characters", "ö".repeat(512)),
                named("the longest name", "n".repeat(0xFFFF - 46)),
                fine(
                        "a name in CP437",
                        nine.withName(0, notUtf8).with(0, Field.FLAGS, 0),
                        "Grüße.txt"),
                fine(
                        "a name that is not the UTF-8 that it is said to be",
                        nine.withName(0, notUtf8).with(0, Field.FLAGS, 1 << 11),
                        "Grüße.txt"),
                fine(
                        "a name in UTF-8 that nobody says is",
                        Zips.stored("1234567")
                                .withName(0, "größe".getBytes(StandardCharsets.UTF_8))
                                .with(0, Field.FLAGS, 0),
                        "größe"));
    }

    private static ZipCase named(String name, String file) {
        return fine(name, Zips.stored(file, "next"), file, "next");
    }

    private static Stream<ZipCase> odds() {
        return Stream.of(
                fine("a file of no bytes", new ZipDraft().file("none", new byte[0]).end(), "none"),
                fine(
                        "a file of no bytes, deflated",
                        new ZipDraft().file("none", new byte[0], Form.DEFLATED).end(),
                        "none"),
                fine(
                        "folders between the files",
                        Zips.written(
                                out -> {
                                    out.putNextEntry(new ZipEntry("f/"));
                                    Zips.putStored(out, "f/a", Zips.contentOf("a"));
                                    out.putNextEntry(new ZipEntry("g/"));
                                }),
                        "f/a"),
                fine(
                        "a zip in the zip",
                        Zips.written(out -> Zips.putStored(out, "inner.zip", STORED.bytes())),
                        "inner.zip"),
                fine(
                        "16 MiB of zeros",
                        new ZipDraft().file("zeros", new byte[16 << 20], Form.DEFLATED).end(),
                        "zeros"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
