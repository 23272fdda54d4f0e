package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.archive.UnzipResult;
import dev.weft.archive.UnzipStage;
import dev.weft.testing.SmallZip;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SliceSourceTest {
    @TempDir private Path folder;
    private UnzipStage stage;

    @BeforeEach
    void open() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List.of("a", "b", "c").forEach(name -> files.put(name, SmallZip.noise(10)));
        stage = UnzipStage.open(SmallZip.write(folder.resolve("slices.zip"), files), 1_000);
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    @Test
    void aSliceRepeatsTheArchiveUntilItIsFull() {
        assertThat(names(slice(7), Duration.ZERO))
                .containsExactly("a", "b", "c", "a", "b", "c", "a");
    }

    @Test
    void aSliceEndsWhenItsTimeIsUp() {
        assertThat(names(slice(100), Duration.ofMillis(300))).containsExactly("a", "b", "c", "a");
    }

    @Test
    void aMeasuredPassGoesOnceOverTheArchive() {
        SliceSource source = new SliceSource(stage, false, 100, 1_000_000_000);
        assertThat(names(source, Duration.ZERO)).containsExactly("a", "b", "c");
        assertThat(source.next(0)).isEmpty();
    }

    @Test
    void mayBeOfNoUploads() {
        assertThat(names(slice(0), Duration.ZERO)).isEmpty();
    }

    private SliceSource slice(int uploads) {
        return new SliceSource(stage, true, uploads, 1_000_000_000);
    }

    private static List<String> names(SliceSource source, Duration perItem) {
        List<String> names = new ArrayList<>();
        long nowNanos = 0;
        for (var next = source.next(nowNanos); next.isPresent(); next = source.next(nowNanos)) {
            switch (next.get()) {
                case UnzipResult.Ready ready -> names.add(ready.item().name());
                case UnzipResult.Broken broken -> names.add(broken.code());
            }
            nowNanos += perItem.toNanos();
        }
        return names;
    }
}
