package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.session.RunIds;
import dev.weft.store.ListedObject;
import dev.weft.store.StoreException;
import dev.weft.testing.FakeBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoverRunsTest {
    private static final String RUN = "20261121T093000Z-1a2b";
    private static final String LATER = "20261121T094000Z-ffff";
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

    private final FakeBucket bucket = new FakeBucket();
    private final LeftoverRuns leftovers = LeftoverRuns.objects(bucket);

    @Test
    void areCountedRunByRun() throws StoreException {
        bucket.put("weft/" + RUN + "/t/1/00000000-a", new byte[3], TEN);
        bucket.put("weft/" + RUN + "/t/1/00000001-b", new byte[4], NINE);
        bucket.put("weft/" + LATER + "/calibration/00000000-upload", new byte[5], NINE);
        bucket.put("weft/doctor-" + RUN + "/x", new byte[0], NINE);
        bucket.put("weft/x", new byte[9], NINE);

        assertThat(leftovers.find(Optional.empty()))
                .isEqualTo(
                        new LeftoverRuns.Found(
                                List.of(
                                        new LeftoverRun(RUN, 2, 7, Optional.of(TEN)),
                                        new LeftoverRun(LATER, 1, 5, Optional.of(NINE)),
                                        new LeftoverRun("doctor-" + RUN, 1, 0, Optional.of(NINE))),
                                1));
        assertThat(leftovers.find(Optional.of(LATER)).runs())
                .containsExactly(new LeftoverRun(LATER, 1, 5, Optional.of(NINE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weft/x",
                "weft/",
                "weft//x",
                "weft/" + RUN,
                "weft/" + RUN + "0/x",
                "weft/x" + RUN + "/x",
                "weft/x/" + RUN + "/x",
                "weft/../" + RUN + "/x",
                "weft/20261121T093000Z-1A2B/x",
                "weft/20261121T093000Z/x",
                "weft/doctor-/x",
                "weft/doctor-me/x",
                "weft/doctor-doctor-" + RUN + "/x",
                "weft2/" + RUN + "/x",
                "/weft/" + RUN + "/x",
                "Weft/" + RUN + "/x",
                RUN + "/x"
            })
    void areNothingElse(String key) {
        assertThat(
                        LeftoverRun.runOf(
                                new ListedObject(key, OptionalLong.empty(), "", Optional.of(NINE))))
                .isEmpty();
    }

    @Test
    void knowTheIdsThatRunsGet() {
        assertThat(LeftoverRun.isOwn(RunIds.next(NINE))).isTrue();
    }

    @Test
    void areTakenForThoseOfARunAtWorkWhereTheirTimeIsUnknown() {
        LeftoverRun unknown = new LeftoverRun(RUN, 1, 1, Optional.empty());

        assertThat(unknown.isOlderThan(Duration.ofHours(1), TEN)).isFalse();
        assertThat(unknown.isOlderThan(Duration.ZERO, TEN)).isTrue();
    }

    @Test
    void areAsOldAsTheNewestOfThem() throws StoreException {
        bucket.put("weft/" + RUN + "/a", new byte[1], NINE);
        bucket.put("weft/" + RUN + "/b", new byte[1], NINE.plusSeconds(1));
        LeftoverRun run = leftovers.find(Optional.empty()).runs().getFirst();

        assertThat(run.isOlderThan(Duration.ofHours(1), TEN)).isFalse();
        assertThat(run.isOlderThan(Duration.ofHours(1), TEN.plusSeconds(1))).isTrue();
    }

    @Test
    void doNotHoldWhatIsWrittenAfterTheyWereCounted() throws StoreException {
        bucket.put("weft/" + RUN + "/a", new byte[1], NINE);
        LeftoverRun run = leftovers.find(Optional.empty()).runs().getFirst();
        bucket.put("weft/" + RUN + "/b", new byte[1], TEN);

        assertThat(leftovers.delete(run)).isEmpty();
        assertThat(bucket.keys()).containsExactly("weft/" + RUN + "/b");
        assertThat(leftovers.left(run)).isZero();
    }

    @Test
    void areDeletedAThousandAtATime() throws StoreException {
        for (int key = 0; key < 2_001; key++) {
            bucket.put("weft/" + RUN + "/%05d".formatted(key), new byte[1], NINE);
        }
        LeftoverRun run = leftovers.find(Optional.empty()).runs().getFirst();

        assertThat(leftovers.delete(run)).isEmpty();
        assertThat(bucket.deleted()).hasSize(2_001).doesNotHaveDuplicates();
        assertThat(bucket.keys()).isEmpty();
    }

    @Test
    void tellWhyTheyAreStillThere() throws StoreException {
        bucket.put("weft/" + RUN + "/a", new byte[1], NINE);
        LeftoverRun run = leftovers.find(Optional.empty()).runs().getFirst();
        bucket.refuseDeleting("nobody may delete here");

        assertThat(leftovers.delete(run)).contains("nobody may delete here");
        assertThat(leftovers.left(run)).isOne();
    }

    @Test
    void areNotGuessedWhereTheBucketCannotBeListed() {
        bucket.refuseListing("nobody may list here");

        assertThatThrownBy(() -> leftovers.find(Optional.empty()))
                .isInstanceOf(StoreException.class)
                .hasMessage("nobody may list here");
    }
}
