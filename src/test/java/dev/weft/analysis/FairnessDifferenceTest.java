package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Checksum;
import dev.weft.plan.Conditions;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.WarmupPolicy;
import dev.weft.record.PassRow;
import dev.weft.record.PassRow.Contract;
import dev.weft.record.PassRow.Place;
import dev.weft.record.PassRow.Setting;
import dev.weft.record.PassRow.Software;
import dev.weft.record.WarmupResult.WarmupSummary;
import dev.weft.testing.Passes;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairnessDifferenceTest {
    private static final PassRow ROW = Passes.of(ModeName.ASYNC).row();
    private static final FairnessContract TERMS = ROW.contract().terms();
    private static final Duration OTHER = Duration.ofNanos(7_000_001);

    /// Rows with one changed value each, for every value that the row has and its hash covers.
    private static final Map<String, PassRow> CHANGED = changed();

    @Test
    void namesTheOneFieldThatDiffers() {
        assertThat(CHANGED)
                .allSatisfy(
                        (field, other) ->
                                assertThat(FairnessDifference.between(ROW, other))
                                        .extracting(FairnessDifference::field)
                                        .containsExactly(field));
    }

    @Test
    void knowsEveryTermAndEveryCondition() {
        assertThat(CHANGED.keySet())
                .containsAll(
                        Stream.of(FairnessContract.class, Conditions.class)
                                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                                .map(FairnessDifferenceTest::column)
                                .toList());
    }

    @Test
    void showsValuesAsTheResultsDo() {
        assertThat(sentences(CHANGED))
                .contains(
                        "latency_ms (20, then 7.000001)",
                        "checksum (crc32, then none)",
                        "file_bytes (102400, then none)",
                        "seed (1, then 2)",
                        "side (none, then new)",
                        "java_options (none, then -Xmx64m)",
                        "attempt_timeout_ms (30000, then 7.000001)",
                        "jdk (25.0.1+8, then 26)");
    }

    @Test
    void thereIsNoneWhereTheHashIsTheSame() {
        assertThat(FairnessDifference.between(ROW, Passes.of(ModeName.ASYNC).files(9).row()))
                .isEmpty();
    }

    @Test
    void whatNoRowTellsIsNamedWhereNothingElseDiffers() {
        assertThat(
                        FairnessDifference.between(
                                ROW, Passes.of(ModeName.ASYNC).fairness("ba9876543210").row()))
                .extracting(FairnessDifference::toString)
                .containsExactly("region, bucket or path style (one, then another)");
    }

    private static List<String> sentences(Map<String, PassRow> others) {
        return others.values().stream()
                .flatMap(other -> FairnessDifference.between(ROW, other).stream())
                .map(FairnessDifference::toString)
                .toList();
    }

    private static String column(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
                + (component.getType() == Duration.class ? "_ms" : "");
    }

    private static Map<String, PassRow> changed() {
        Map<String, PassRow> rows = new TreeMap<>();
        rows.put("target", with("http://127.0.0.1:9000", TERMS));
        rows.put("pool_size", terms(TERMS.poolSize() + 1, TERMS.connectTimeout(), 3));
        rows.put("connect_timeout_ms", terms(TERMS.poolSize(), OTHER, 3));
        rows.put("max_attempts", terms(TERMS.poolSize(), TERMS.connectTimeout(), 4));
        rows.put(
                "acquire_timeout_ms",
                terms(OTHER, TERMS.attemptTimeout(), TERMS.callTimeout(), TERMS.checksum()));
        rows.put(
                "attempt_timeout_ms",
                terms(TERMS.acquireTimeout(), OTHER, TERMS.callTimeout(), TERMS.checksum()));
        rows.put(
                "call_timeout_ms",
                terms(
                        TERMS.acquireTimeout(),
                        TERMS.attemptTimeout(),
                        TERMS.callTimeout().plus(OTHER),
                        TERMS.checksum()));
        rows.put(
                "checksum",
                terms(
                        TERMS.acquireTimeout(),
                        TERMS.attemptTimeout(),
                        TERMS.callTimeout(),
                        Checksum.NONE));
        rows.put("latency_ms", with(items(102_400, "random", 1), 3_000, Optional.of(OTHER)));
        Optional<Duration> latency = ROW.setting().latency();
        rows.put(
                "faults",
                with(
                        items(102_400, "random", 1),
                        3_000,
                        latency,
                        Optional.of("latency=20ms fault=stall(share=1%) fault-seed=1")));
        rows.put("warmup", with(items(102_400, "random", 1), 3_001, latency));
        rows.put("file_bytes", with(items(0, "random", 1), 3_000, latency));
        rows.put("content", with(items(102_400, "text", 1), 3_000, latency));
        rows.put("seed", with(items(102_400, "random", 2), 3_000, latency));
        rows.put("side", with(Optional.of("new"), 1));
        rows.put("forks", with(Optional.empty(), 0));
        rows.put("jdk", with("26", "2.54.13", "0.1.0", Optional.empty()));
        rows.put("sdk", with("25.0.1+8", "2.55", "0.1.0", Optional.empty()));
        rows.put("weft", with("25.0.1+8", "2.54.13", "0.2.0", Optional.empty()));
        rows.put("java_options", with("25.0.1+8", "2.54.13", "0.1.0", Optional.of("-Xmx64m")));
        return rows;
    }

    private static PassRow terms(int pool, Duration connect, int attempts) {
        return with(
                "embedded",
                new FairnessContract(
                        pool,
                        connect,
                        TERMS.acquireTimeout(),
                        TERMS.attemptTimeout(),
                        TERMS.callTimeout(),
                        attempts,
                        TERMS.checksum()));
    }

    private static PassRow terms(
            Duration acquire, Duration attempt, Duration call, Checksum checksum) {
        return with(
                "embedded",
                new FairnessContract(
                        TERMS.poolSize(),
                        TERMS.connectTimeout(),
                        acquire,
                        attempt,
                        call,
                        TERMS.maxAttempts(),
                        checksum));
    }

    private static PassRow with(String target, FairnessContract terms) {
        return row(
                ROW.place(),
                ROW.setting(),
                new Contract(target, "netty", terms, "another hash"),
                ROW.software());
    }

    private static PassRow with(ItemsSummary items, int warmupUploads, Optional<Duration> latency) {
        return with(items, warmupUploads, latency, Optional.empty());
    }

    private static PassRow with(
            ItemsSummary items,
            int warmupUploads,
            Optional<Duration> latency,
            Optional<String> faults) {
        return row(
                ROW.place(),
                new Setting(
                        ROW.setting().mode(),
                        ROW.setting().workload(),
                        ROW.setting().phase(),
                        items,
                        ROW.setting().concurrency(),
                        WarmupSummary.before(new WarmupPolicy.Fixed(warmupUploads)),
                        latency,
                        faults),
                another(),
                ROW.software());
    }

    private static PassRow with(Optional<String> side, int forks) {
        Place place = ROW.place();
        return row(
                new Place(
                        place.runId(),
                        place.trialId(),
                        side,
                        place.block(),
                        place.order(),
                        place.repetition(),
                        place.pass(),
                        forks,
                        place.startedAt()),
                ROW.setting(),
                another(),
                ROW.software());
    }

    private static PassRow with(String jdk, String sdk, String weft, Optional<String> options) {
        return row(ROW.place(), ROW.setting(), another(), new Software(jdk, sdk, weft, options));
    }

    private static Contract another() {
        return new Contract("embedded", "netty", TERMS, "another hash");
    }

    private static ItemsSummary items(long fileBytes, String content, long seed) {
        return new ItemsSummary(
                "500x100KiB.zip",
                500,
                51_200_000,
                fileBytes == 0 ? OptionalLong.empty() : OptionalLong.of(fileBytes),
                content,
                OptionalLong.of(seed));
    }

    private static PassRow row(Place place, Setting setting, Contract contract, Software software) {
        return new PassRow(
                place, setting, ROW.ending(), ROW.measures(), contract, software, ROW.reference());
    }
}
