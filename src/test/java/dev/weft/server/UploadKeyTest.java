package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UploadKeyTest {
    @ParameterizedTest
    @CsvSource({
        "weft/r1/b3-1-async-c64/2/00000003-a, 3",
        "weft/r1/after-b3-1-async-c64/2/00000003-a, 3",
        "weft/r1/b3-1-async-c64-again1/warmup/00000003-b4-1-async-c64/a, 3",
        "weft/r1/t1/p1/00000003-a.txt, 0",
        "weft/r1/diagnose-async/2/00000003-a, 0",
        "weft/r1/server/warmup/00000003-a, 0",
        "weft/r1/calibration/00000003-upload, 0",
        "weft/r1/b3-1-async-c64/a, 0",
        "b3-1-async-c64/2/a, 0"
    })
    void belongsToTheBlockOfItsTrialOrToNone(String key, int block) {
        assertThat(UploadKey.of(key).block()).isEqualTo(block);
    }

    @ParameterizedTest
    @CsvSource({
        "weft/r1/t1/p1/00000003-a.txt, ITEM, weft/r1/t1/p1/, 00000003-a.txt",
        "weft/r2/t9/warmup/00000003-a.txt, ITEM, weft/r2/t9/warmup/, 00000003-a.txt",
        "weft/r1/t1/p1/00000003-a/b/c.txt, ITEM, weft/r1/t1/p1/, 00000003-a/b/c.txt",
        "weft/r1/t1/p1/00000003-/server/x, ITEM, weft/r1/t1/p1/, 00000003-/server/x",
        "weft/r1/server/warmup/00000003-a, WARM_UP, weft/r1/server/, warmup/00000003-a",
        "weft/r1/calibration/00000003-upload, CALIBRATION, weft/r1/calibration/, 00000003-upload",
        "weft/r1/notes.txt, ITEM, weft/r1/, weft/r1/notes.txt",
        "weft/r1/t1/p1, ITEM, weft/r1/t1/, weft/r1/t1/p1",
        "my/own/key, ITEM, my/own/, my/own/key",
        "server/calibration/a, ITEM, server/calibration/, server/calibration/a",
        "key, ITEM, '', key"
    })
    void knowsWhatOfAKeyCounts(String key, UploadKey.Use use, String prefix, String item) {
        assertThat(UploadKey.of(key)).isEqualTo(new UploadKey(use, prefix, item));
    }
}
