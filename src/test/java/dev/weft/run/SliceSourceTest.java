package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.archive.UnzipStage;
import dev.weft.archive.Unzipped;
import dev.weft.testing.FakeTicker;
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
    private final FakeTicker ticker = new FakeTicker(Duration.ZERO);
    private UnzipStage stage;
    private SliceSource source;

    @BeforeEach
    void open() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List.of("a", "b", "c").forEach(name -> files.put(name, SmallZip.noise(10)));
        stage = UnzipStage.open(SmallZip.write(folder.resolve("slices.zip"), files), 1_000);
        source = new SliceSource(stage, ticker);
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    @Test
    void repeatsTheArchiveUntilTheSliceIsFull() {
        source.begin(7, Duration.ofSeconds(1));
        assertThat(names(Duration.ZERO)).containsExactly("a", "b", "c", "a", "b", "c", "a");
    }

    @Test
    void resumesWhereTheSliceBeforeEnded() {
        source.begin(2, Duration.ofSeconds(1));
        assertThat(names(Duration.ZERO)).containsExactly("a", "b");
        source.begin(2, Duration.ofSeconds(1));
        assertThat(names(Duration.ZERO)).containsExactly("c", "a");
    }

    @Test
    void endsWhenTheTimeIsUp() {
        source.begin(100, Duration.ofSeconds(1));
        assertThat(names(Duration.ofMillis(300))).containsExactly("a", "b", "c", "a");
    }

    @Test
    void hasNothingBeforeTheFirstSlice() {
        assertThat(names(Duration.ZERO)).isEmpty();
    }

    private List<String> names(Duration perItem) {
        List<String> names = new ArrayList<>();
        for (var next = source.next(); next.isPresent(); next = source.next()) {
            switch (next.get()) {
                case Unzipped.Ready ready -> names.add(ready.item().name());
                case Unzipped.Broken broken -> names.add(broken.code());
            }
            ticker.advance(perItem);
        }
        return names;
    }
}
