package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.testing.Zips;
import dev.weft.testing.Zips.Field;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    @Timeout(30)
    void doesNotWaitForAPipe() throws Exception {
        Path pipe = folder.resolve("pipe.zip");
        assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0,
                "this system makes no pipes");
        assertRefused(pipe, "is not a regular file; name a zip file on disk");
    }

    @Test
    void followsALink() throws Exception {
        Path link = folder.resolve("link.zip");
        Files.createSymbolicLink(link, Zips.stored("a").in(folder));
        assertThat(ReadArchive.outcomes(link, ReadArchive.IN_MEMORY)).containsExactly("a: ok");
    }

    @Test
    void saysThatALinkLeadsNowhere() throws Exception {
        Path link = folder.resolve("link.zip");
        Files.createSymbolicLink(link, folder.resolve("gone.zip"));
        assertRefused(link, "does not exist; check the path, or make a zip with create-zip");
    }

    @Test
    void saysWhichFileMayNotBeRead() throws Exception {
        Path zip = Zips.stored("a").in(folder);
        Files.setPosixFilePermissions(zip, Set.of());
        assumeFalse(Files.isReadable(zip), "this user may read everything");
        assertRefused(zip, "may not be read by this user; change its permissions");
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
