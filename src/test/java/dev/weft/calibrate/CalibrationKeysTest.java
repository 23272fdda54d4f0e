package dev.weft.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.store.StoreException;
import dev.weft.testing.FakeBucket;
import org.junit.jupiter.api.Test;

class CalibrationKeysTest {
    private final CalibrationKeys keys = new CalibrationKeys("run");
    private final FakeBucket bucket = new FakeBucket();

    @Test
    void areBelowTheRunsOwnPrefix() {
        assertThat(keys.prefix()).isEqualTo("weft/run/calibration/");
        assertThat(keys.key(7)).isEqualTo("weft/run/calibration/00000007-upload");
    }

    @Test
    void whatIsNotTheCalibrationsOwnIsNotDeleted() throws Exception {
        for (String key :
                new String[] {
                    keys.key(0),
                    keys.key(99_999_999),
                    "weft/run/calibration/00000000-upload2",
                    "weft/run/calibration/photo.jpg",
                    "weft/run/calibration/x/00000000-upload",
                    "weft/run/00000000-upload",
                    "weft/run2/calibration/00000000-upload"
                }) {
            bucket.put(key, new byte[1]);
        }
        keys.deleteFrom(bucket);
        assertThat(bucket.deleted()).containsExactly(keys.key(0), keys.key(99_999_999));
    }

    @Test
    void aBucketThatCannotBeListedSaysWhy() {
        bucket.refuseListing("no listing today");
        assertThatThrownBy(() -> keys.deleteFrom(bucket))
                .isInstanceOf(StoreException.class)
                .hasMessage("no listing today");
    }
}
