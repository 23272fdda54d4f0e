package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What shows only in a JVM that one may starve or end.
class ArchiveProcessTest {
    @TempDir Path folder;

    /// A heap in which neither an object an entry nor the file would fit.
    @ParameterizedTest
    @CsvSource({"300000, 1, RANDOM", "1, 300000000, RANDOM", "2, 40000000, TEXT"})
    void needsNoMoreMemoryForMoreOrLargerFiles(int files, long fileBytes, FileContent content)
            throws Exception {
        Process child =
                start(
                        List.of(),
                        List.of("-Xmx12m"),
                        arguments(files, fileBytes, content, folder.resolve("x.zip")));
        assertThat(output(child))
                .isEqualTo("%d files of %d bytes\n".formatted(files, files * fileBytes));
        assertThat(child.waitFor()).isZero();
    }

    @Test
    void keepsTheOlderArchiveWhereTheDiskTakesNoMore() throws Exception {
        Path zip = Files.writeString(folder.resolve("x.zip"), "older");
        // A limit on the size of files ends a write in the middle, as a full disk does.
        Process child =
                start(
                        List.of("sh", "-c", "ulimit -f 2000 && exec \"$@\"", "sh"),
                        List.of("-XX:-UsePerfData"),
                        arguments(10, 1_000_000, FileContent.RANDOM, zip));
        assertThat(output(child))
                .isEqualTo(
                        "%s cannot be written (File too large); check the path, its permissions and the free space on its disk, or choose another folder\n"
                                .formatted(zip));
        assertThat(child.waitFor()).isEqualTo(1);
        assertThat(folder.toFile().list()).containsExactly("x.zip");
        assertThat(zip).hasContent("older");
    }

    @Test
    void keepsTheOlderArchiveWhereTheProgramIsEnded() throws Exception {
        Path zip = Files.writeString(folder.resolve("x.zip"), "older");
        List<String> arguments = arguments(10, 1_000_000, FileContent.RANDOM, zip);
        arguments.add(MakeAndRead.STALLED);
        Process child = start(List.of(), List.of(), arguments);
        try (BufferedReader lines = child.inputReader()) {
            assertThat(lines.readLine()).isEqualTo(MakeAndRead.STALLING);
            assertThat(folder.toFile().list()).hasSize(3);
            child.destroy();
            child.waitFor();
        }
        assertThat(folder.toFile().list()).containsExactly("x.zip");
        assertThat(zip).hasContent("older");
    }

    private static List<String> arguments(
            int files, long fileBytes, FileContent content, Path zip) {
        return new ArrayList<>(
                List.of(
                        Integer.toString(files),
                        Long.toString(fileBytes),
                        content.name(),
                        zip.toString()));
    }

    private static Process start(List<String> before, List<String> options, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(MakeAndRead.class.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String output(Process child) throws IOException {
        return new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
