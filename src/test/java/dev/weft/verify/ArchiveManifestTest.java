package dev.weft.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.archive.ArchiveException;
import dev.weft.plan.UnzipLimits;
import dev.weft.testing.MadeUpItems;
import dev.weft.testing.SmallZip;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveManifestTest {
    @TempDir private Path folder;

    @Test
    void holdsWhatThePassMustLeaveInTheBucket() throws Exception {
        ArchiveManifest manifest = ArchiveManifest.read(zip());
        assertThat(manifest.items().files()).isEqualTo(3);
        assertThat(manifest.entries())
                .containsExactly(entry(0, "b", 10), entry(1, "a", 0), entry(2, "c", 1_500_000));
    }

    @Test
    void namesTheKeysInTheOrderOfTheArchive() throws Exception {
        assertThat(ArchiveManifest.read(zip()).keys("weft/r/t/1/"))
                .containsExactly(
                        "weft/r/t/1/00000000-b", "weft/r/t/1/00000001-a", "weft/r/t/1/00000002-c");
    }

    @Test
    void knowsWhichEntriesCannotBeUnzippedSmallAndLarge() throws Exception {
        Path zip = zip();
        SmallZip.spoil(zip, SmallZip.noise(10));
        SmallZip.spoil(zip, SmallZip.noise(1_500_000));
        assertThat(ArchiveManifest.read(zip).entries())
                .extracting(entry -> entry.md5().isPresent())
                .containsExactly(false, true, false);
    }

    @Test
    void saysWhatIsWrongWithAnArchive() {
        assertThatThrownBy(() -> ArchiveManifest.read(folder.resolve("missing.zip")))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void isNotReadOfAnArchiveThatUnzipsToMoreThanItMay() throws Exception {
        Path zip = zip();
        assertThatThrownBy(() -> ArchiveManifest.read(zip, new UnzipLimits(1, 1_500_009)))
                .isInstanceOf(ArchiveException.class)
                .hasMessage(
                        zip
                                + " unzips to too much: its files have 1500010 bytes together, and --max-unzipped allows 1500009; raise that where it is meant");
        assertThat(ArchiveManifest.read(zip, new UnzipLimits(1, 1_500_010)).entries()).hasSize(3);
    }

    private Path zip() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("b", SmallZip.noise(10));
        files.put("a", new byte[0]);
        files.put("c", SmallZip.noise(1_500_000));
        return SmallZip.write(folder.resolve("three.zip"), files);
    }

    private static ArchiveManifest.Entry entry(int index, String name, int size) throws Exception {
        var item = MadeUpItems.item(index, name, SmallZip.noise(size));
        return new ArchiveManifest.Entry(index, name, size, item.crc32(), Optional.of(item.md5()));
    }
}
