package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnwritableArchiveTest {
    private static final String REMEDY =
            "; check the path, its permissions and the free space on its disk, or choose another folder";

    @TempDir Path folder;

    @Test
    void isAFolder() {
        assertRefused(
                folder,
                "%s is a folder; name a file in it, such as %s"
                        .formatted(folder, folder.resolve("1x1KB.zip")));
    }

    @Test
    void isNoRegularFile() throws Exception {
        Path socket = folder.resolve("s");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            assertRefused(
                    socket,
                    socket + " is not a regular file and will not be replaced; name another file");
            assertThat(Files.readAttributes(socket, "isOther")).containsEntry("isOther", true);
        }
    }

    @Test
    void isBelowAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused(
                file.resolve("x.zip"),
                "%s cannot be written (%s is a file and not a folder)%s"
                        .formatted(file.resolve("x.zip"), file, REMEDY));
        assertRefused(
                file.resolve("below/x.zip"),
                "%s cannot be written (Not a directory)%s"
                        .formatted(file.resolve("below/x.zip"), REMEDY));
    }

    @Test
    void isLargerThanItsDisk() {
        Path zip = folder.resolve("x.zip");
        ZipRecipe recipe = new ZipRecipe(1, 1L << 60, FileContent.RANDOM, 1);
        assertThatThrownBy(() -> ZipMaker.make(recipe, zip, done -> {}))
                .isInstanceOf(ArchiveException.class)
                .hasMessageMatching(
                        "\\Q%s\\E needs 1152921504606846976 bytes and its disk has only \\d+ free; free some, choose another folder, or make fewer or smaller files"
                                .formatted(zip));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isWhatTheSystemSays() {
        Path zip = folder.resolve("x.zip");
        assertThat(ZipMaker.unwritable(zip, new AccessDeniedException("some.tmp")))
                .hasMessage(
                        "%s cannot be written (no permission to write in its folder)%s"
                                .formatted(zip, REMEDY));
        assertThat(
                        ZipMaker.unwritable(
                                zip,
                                new FileSystemException("some.tmp", null, "Read-only file system")))
                .hasMessage(
                        "%s cannot be written (Read-only file system)%s".formatted(zip, REMEDY));
        assertThat(ZipMaker.unwritable(zip, new IOException("No space left on device")))
                .hasMessage(
                        "%s cannot be written (No space left on device)%s".formatted(zip, REMEDY));
    }

    private static void assertRefused(Path output, String message) {
        ZipRecipe recipe = new ZipRecipe(1, 1_000, FileContent.RANDOM, 1);
        assertThatThrownBy(() -> ZipMaker.make(recipe, output, done -> {}))
                .isInstanceOf(ArchiveException.class)
                .hasMessage(message);
    }
}
