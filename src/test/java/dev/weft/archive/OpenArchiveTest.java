package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.testing.Zips;
import dev.weft.testing.Zips.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenArchiveTest {
    @TempDir Path folder;

    @Test
    void saysThatAFileIsMissing() {
        Path zip = folder.resolve("missing.zip");
        assertRefused(zip, "does not exist; check the path, or make a zip with create-zip");
    }

    @Test
    void saysThatAFolderIsNone() {
        assertRefused(folder, "is a folder, not a zip; name a zip file");
    }

    @Test
    void saysThatAFileIsEmpty() {
        assertRefused(
                new Zips(new byte[0]).in(folder), "is an empty file, not a zip; make it again");
    }

    @Test
    void saysThatAFileIsNoZip() {
        String message = "is not a zip, or only a part of one; name a zip file";
        assertRefused(new Zips(new byte[] {'P'}).in(folder), message);
        assertRefused(new Zips(new byte[100_000]).in(folder), message);
        byte[] text = "index,name\n0,a\n".getBytes(StandardCharsets.UTF_8);
        assertRefused(new Zips(text).in(folder), message);
    }

    @Test
    void saysThatAZipHoldsNoFiles() {
        String message = "holds no files; make a zip with at least one";
        assertRefused(Zips.empty().in(folder), message);
        Zips directories =
                Zips.written(
                        out -> {
                            out.putNextEntry(new ZipEntry("a/"));
                            out.putNextEntry(new ZipEntry("a/b/"));
                        });
        assertRefused(directories.in(folder), message);
    }

    @Test
    void saysThatAFileMayNotBeRead() throws Exception {
        Path zip = folder.resolve("x.zip");
        IOException denied = new AccessDeniedException(zip.toString());
        assertThat(OpenArchive.unreadable(zip, denied))
                .hasMessage(zip + " may not be read by this user; change its permissions");
        assertThat(OpenArchive.unreadable(zip, new IOException("Input/output error")))
                .hasMessage(
                        zip + " cannot be read (Input/output error); check the path and the disk");
    }

    @Test
    void refusesATruncatedZipWhereverItWasCut() throws Exception {
        Zips whole =
                Zips.written(
                        out -> {
                            out.setComment("a comment");
                            Zips.putStored(out, "a", Zips.contentOf("a"));
                            out.putNextEntry(new ZipEntry("b"));
                            out.write(Zips.contentOf("b"));
                            out.closeEntry();
                        });
        Path zip = folder.resolve("cut.zip");
        for (int length = 4; length < whole.bytes().length; length++) {
            Files.write(zip, whole.cut(length).bytes());
            assertRefused(
                    zip,
                    "is truncated or damaged: no directory is found at its end; copy or make it again");
        }
    }

    @Test
    void refusesAZipThatLostSomethingInTheMiddle() {
        Zips whole = Zips.stored("a", "b");
        Zips lost =
                new Zips(whole.cut(100).bytes())
                        .followedBy(Arrays.copyOfRange(whole.bytes(), 110, whole.bytes().length));
        assertRefused(
                lost.in(folder),
                "is truncated or damaged: no directory is found at its end; copy or make it again");
    }

    @Test
    void doesNotTakeAStoredZipForTheTruncatedOneAroundIt() {
        byte[] inner = Zips.stored("inner").bytes();
        Zips outer = Zips.written(out -> Zips.putStored(out, "inner.zip", inner));
        assertRefused(
                outer.cut(outer.directoryStart()).in(folder),
                "is truncated or damaged: what its end belongs to is not what it begins with; copy or make it again");
    }

    @Test
    void refusesOnePartOfASplitZip() {
        Zips whole = Zips.stored("a", "b");
        assertRefused(
                whole.patched(whole.endRecord() + 4, 2, 3).in(folder),
                "is only the last part of a split zip; join the parts (zip -s 0) and name the whole");
    }

    @Test
    void refusesADirectoryWithAHoleInIt() {
        Zips whole = Zips.stored("a", "b", "c");
        assertRefused(
                whole.flipped(whole.recordOf(1)).in(folder),
                "is damaged: its directory is damaged at entry 1; copy or make it again");
        assertRefused(
                whole.patched(whole.recordOf(2) + 28, 2, 60_000).in(folder),
                "is damaged: its directory is damaged at entry 2; copy or make it again");
    }

    @Test
    void refusesADirectoryThatIsNotAsLongAsItsEndStates() {
        Zips whole = Zips.stored("a", "b", "c");
        assertRefused(
                whole.patched(whole.endRecord() + 10, 2, 4).in(folder),
                "is damaged: its directory lists 3 entries and its end states 4; copy or make it again");
    }

    @Test
    void countsWhatProgramsWithoutZip64CannotState() throws Exception {
        Zips many =
                Zips.written(
                        out -> {
                            for (int n = 0; n < 0x1_0003; n++) {
                                out.putNextEntry(new ZipEntry(n < 0x1_0002 ? n + "/" : "file"));
                            }
                        });
        // The number of entries without the Zip64 record that the JDK's writer puts before the end.
        int end = many.endRecord();
        Zips old = many.patched(end - 20, 4, 0).patched(end + 8, 2, 3).patched(end + 10, 2, 3);
        Zips shorter = withoutBytes(old, end - 76, end);
        assertThat(ReadArchive.fates(shorter.in(folder), ReadArchive.IN_MEMORY))
                .containsExactly("file: ok ");
    }

    private static Zips withoutBytes(Zips zip, int from, int to) {
        return zip.cut(from).followedBy(Arrays.copyOfRange(zip.bytes(), to, zip.bytes().length));
    }

    @Test
    void opensAnArchiveOfWhichEveryEntryIsBroken() throws Exception {
        Zips broken = Zips.deflated("a", "b").with(0, Field.FLAGS, 1).with(1, Field.FLAGS, 1);
        assertThat(ReadArchive.fates(broken.in(folder), ReadArchive.IN_MEMORY))
                .containsExactly("a: Encrypted", "b: Encrypted");
    }

    private static void assertRefused(Path zip, String message) {
        assertThatThrownBy(() -> UnzipStage.open(zip, ReadArchive.IN_MEMORY).close())
                .isInstanceOf(ArchiveException.class)
                .hasMessage(zip + " " + message);
    }
}
