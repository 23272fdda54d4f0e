package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.archive.UnzipStage;
import dev.weft.archive.Unzipped;
import dev.weft.plan.WarmupLimit;
import dev.weft.testing.FakeTicker;
import dev.weft.testing.SmallZip;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {
    @TempDir private Path folder;
    private final FakeTicker ticker = new FakeTicker(Duration.ZERO);

    @Test
    void goesOverTheArchiveUntilEnoughWasUploaded() throws Exception {
        assertThat(names(new WarmupLimit(7, Duration.ofSeconds(1)), Duration.ZERO))
                .containsExactly("a", "b", "c", "a", "b", "c", "a");
    }

    @Test
    void endsWhenTheTimeIsUp() throws Exception {
        assertThat(names(new WarmupLimit(100, Duration.ofSeconds(1)), Duration.ofMillis(300)))
                .containsExactly("a", "b", "c", "a");
    }

    @Test
    void mayBeOfNoUploads() throws Exception {
        assertThat(names(new WarmupLimit(0, Duration.ofSeconds(1)), Duration.ZERO)).isEmpty();
    }

    private List<String> names(WarmupLimit limit, Duration perItem) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List.of("a", "b", "c").forEach(name -> files.put(name, SmallZip.noise(10)));
        Path zip = SmallZip.write(folder.resolve("rounds.zip"), files);
        List<String> names = new ArrayList<>();
        try (UnzipStage stage = UnzipStage.open(zip, 1_000)) {
            Rounds rounds = new Rounds(stage, limit, ticker);
            for (var next = rounds.next(); next.isPresent(); next = rounds.next()) {
                switch (next.get()) {
                    case Unzipped.Ready ready -> names.add(ready.item().name());
                    case Unzipped.Broken broken -> names.add(broken.code());
                }
                ticker.advance(perItem);
            }
        }
        return names;
    }
}
