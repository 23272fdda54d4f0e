package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.Specs;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForecastTest {
    private static final Path ZIP = Path.of("/zips/a.zip");

    private static final Forecast.Care PLAIN =
            new Forecast.Care(BucketProperties.PLAIN, VerifyLevel.CHECKSUM, false);

    @Test
    void countsEveryUploadAndEveryByteOfColdWarmUpAndWarm() {
        Forecast forecast = of(items(10, 1_005), 64, Optional.of(Duration.ofMillis(20)));
        assertThat(forecast.requests().puts()).isEqualTo(10 + 25 + 10);
        assertThat(forecast.bytes()).isEqualTo(1_005 + (2 * 1_005 + 502) + 1_005);
    }

    @Test
    void listsOnceToVerifyAndOnceToDeleteAndDeletesByTheThousand() {
        Forecast forecast = of(items(2_500, 2_500), 64, Optional.of(Duration.ZERO));
        assertThat(forecast.requests())
                .isEqualTo(new RequestCounts(2_500 + 25 + 2_500, 2 * 3 + 1 + 2 * 3, 0, 3 * 3));
    }

    @Test
    void readsBackAsCloselyAsItIsAsked() {
        assertThat(verifying(VerifyLevel.LIST))
                .isEqualTo(verifying(VerifyLevel.NONE).plus(new RequestCounts(0, 2 * 3, 0, 0)));
        assertThat(verifying(VerifyLevel.CHECKSUM)).isEqualTo(verifying(VerifyLevel.LIST));
        assertThat(verifying(VerifyLevel.CONTENT))
                .isEqualTo(verifying(VerifyLevel.LIST).plus(new RequestCounts(0, 0, 2 * 2_500, 0)));
    }

    @Test
    void whatIsReadToVerifyComesBackAndNothingElseDoes() {
        ItemsSummary items = items(10, 1_005);
        for (VerifyLevel level :
                List.of(VerifyLevel.NONE, VerifyLevel.LIST, VerifyLevel.CHECKSUM)) {
            assertThat(with(items, new Forecast.Care(BucketProperties.UNKNOWN, level, false)))
                    .returns(0L, Forecast::bytesBack);
        }
        Forecast content =
                with(items, new Forecast.Care(BucketProperties.PLAIN, VerifyLevel.CONTENT, false));
        // The warm-up is not verified.
        assertThat(content.bytesBack()).isEqualTo(1_005 + 1_005);
        assertThat(content.with(content).bytesBack()).isEqualTo(4 * 1_005);
    }

    private static RequestCounts verifying(VerifyLevel level) {
        return with(items(2_500, 2_500), new Forecast.Care(BucketProperties.PLAIN, level, false))
                .requests();
    }

    @Test
    void whatIsKeptIsNeitherListedAgainNorDeleted() {
        Forecast forecast =
                with(
                        items(2_500, 2_500),
                        new Forecast.Care(BucketProperties.PLAIN, VerifyLevel.CHECKSUM, true));
        assertThat(forecast.requests()).isEqualTo(new RequestCounts(5_025, 3 + 1 + 3, 0, 3));
    }

    @ParameterizedTest
    @EnumSource(
            value = BucketProperties.Encryption.class,
            names = {"KMS", "KMS_DSSE"})
    void anObjectWhoseTagIsNoMd5IsAskedFor(BucketProperties.Encryption encryption) {
        Forecast forecast =
                with(
                        items(2_500, 2_500),
                        new Forecast.Care(encrypting(encryption), VerifyLevel.CHECKSUM, false));
        assertThat(forecast.requests().reads()).isEqualTo(2 * 2_500);
    }

    @Test
    void anObjectMayHaveToBeAskedForWhereTheBucketDoesNotTell() {
        Forecast forecast =
                with(
                        items(2_500, 2_500),
                        new Forecast.Care(BucketProperties.UNKNOWN, VerifyLevel.CHECKSUM, false));
        assertThat(forecast.requests().reads()).isEqualTo(2 * 2_500);
    }

    @Test
    void versionsAreListedAndDeletedBesidesTheirObjects() {
        BucketProperties versions =
                new BucketProperties(
                        Optional.of(BucketProperties.Versioning.ON),
                        Optional.of(BucketProperties.Encryption.S3),
                        Optional.of(false),
                        Optional.of(false),
                        Optional.empty());
        Forecast plain = with(items(10, 10), PLAIN);
        Forecast forecast =
                with(items(10, 10), new Forecast.Care(versions, VerifyLevel.CHECKSUM, false));
        // The warm-up of 25 writes up to three versions of each.
        assertThat(forecast.requests())
                .isEqualTo(plain.requests().plus(new RequestCounts(0, 2 * 3, 0, 1 + 3 + 1)));
    }

    @Test
    void takesLongerAtALongerLatencyAndAtALowerConcurrency() {
        Duration base = of(items(500, 500), 10, Optional.of(Duration.ofMillis(20))).time();
        assertThat(of(items(500, 500), 10, Optional.of(Duration.ofMillis(200))).time())
                .isGreaterThan(base.multipliedBy(2));
        assertThat(of(items(500, 500), 1, Optional.of(Duration.ofMillis(20))).time())
                .isGreaterThan(base.multipliedBy(4));
    }

    @Test
    void assumesALatencyWhereNobodyKnowsIt() {
        assertThat(of(items(500, 500), 10, Optional.empty()).time())
                .isEqualTo(of(items(500, 500), 10, Optional.of(Duration.ofMillis(50))).time());
    }

    @Test
    void addsUpItsTrials() {
        Forecast one =
                Forecast.of(List.of(trial(8, Optional.empty())), _ -> zip(items(10, 10)), PLAIN, 2);
        Forecast two =
                Forecast.of(
                        List.of(trial(8, Optional.empty()), trial(8, Optional.empty())),
                        _ -> zip(items(10, 10)),
                        PLAIN,
                        2);
        assertThat(two.requests()).isEqualTo(one.requests().plus(one.requests()));
        assertThat(two.time()).isCloseTo(one.time().multipliedBy(2), Duration.ofMillis(1));
    }

    @Test
    void aWarmUpTakesNoLongerThanItsLimit() {
        Forecast slow = of(items(10, 10), 1, Optional.of(Duration.ofHours(1)));
        // Two passes of ten hours, and a warm-up of a minute at most.
        assertThat(slow.time()).isBetween(Duration.ofHours(20), Duration.ofMinutes(20 * 60 + 2));
    }

    @Test
    void bytesTakeTheTimeThatTheBandwidthGivesThem() {
        FaultPlan narrow = FaultPlan.parse("latency=0s bandwidth=1MiB");
        Duration time =
                Forecast.of(
                                List.of(trial(64, Optional.of(narrow))),
                                _ -> zip(items(10, 100 << 20)),
                                PLAIN,
                                2)
                        .time();

        // Two passes of a hundred seconds, and a warm-up of a minute at most.
        assertThat(time).isBetween(Duration.ofSeconds(260), Duration.ofSeconds(270));
    }

    private static Forecast of(ItemsSummary items, int concurrency, Optional<Duration> latency) {
        return Forecast.of(
                List.of(trial(concurrency, latency.map(FaultPlan::of))), _ -> zip(items), PLAIN, 2);
    }

    private static Forecast with(ItemsSummary items, Forecast.Care care) {
        return Forecast.of(List.of(trial(8, Optional.empty())), _ -> zip(items), care, 2);
    }

    private static Forecast.Zip zip(ItemsSummary items) {
        return new Forecast.Zip(items, Math.ceilDiv(items.files(), 1_000));
    }

    private static BucketProperties encrypting(BucketProperties.Encryption encryption) {
        return new BucketProperties(
                Optional.of(BucketProperties.Versioning.OFF),
                Optional.of(encryption),
                Optional.of(false),
                Optional.of(false),
                Optional.empty());
    }

    private static PlannedTrial trial(int concurrency, Optional<FaultPlan> faults) {
        Target target =
                new Target(
                        Target.Kind.CONFIGURED,
                        Optional.of(URI.create("http://127.0.0.1:9")),
                        "us-east-1",
                        "weft-test",
                        true,
                        new Credentials.Chain(Optional.empty()),
                        faults);
        return new PlannedTrial(
                Specs.trial(ModeName.VIRTUAL, concurrency, target),
                1,
                1,
                1,
                List.of(Specs.cold(ZIP), Specs.warmup(ZIP, 25), Specs.warm(2, ZIP)));
    }

    private static ItemsSummary items(int files, long bytes) {
        return new ItemsSummary(
                "a.zip",
                files,
                bytes,
                OptionalLong.empty(),
                ItemsSummary.OWN,
                OptionalLong.empty());
    }
}
