package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FairnessContractTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LESS = Duration.ofMillis(900);
    private static final FairnessContract CONTRACT =
            new FairnessContract(64, SECOND, SECOND, SECOND, SECOND, 3, Checksum.CRC32);
    private static final Credentials KEYS =
            new Credentials.Static("AKIDEXAMPLE", "TheSecretKey", Optional.empty());
    private static final Target TARGET =
            target(Target.Kind.CONFIGURED, "http://one", "us-east-1", "bucket", true, 20, KEYS);
    private static final Conditions CONDITIONS =
            new Conditions("steady", 1, Optional.empty(), Optional.empty(), "25", "2", "0");
    private static final ItemsSummary ITEMS = items(500, 100, "random", 1);

    @Test
    void twoSizesOfOneExperimentHaveOneHash() {
        assertThat(CONTRACT.hash(TARGET, items(100, 100, "random", 1), CONDITIONS))
                .isEqualTo(hash());
    }

    @Test
    void whoAsksIsNoTerm() {
        Credentials others = new Credentials.Static("AKIDOTHER", "Other", Optional.empty());
        Target same =
                target(
                        Target.Kind.CONFIGURED,
                        "http://one",
                        "us-east-1",
                        "bucket",
                        true,
                        20,
                        others);
        assertThat(CONTRACT.hash(same, ITEMS, CONDITIONS)).isEqualTo(hash());
    }

    @Test
    void anEmbeddedServerHasOneHashWhateverItsPort() {
        assertThat(CONTRACT.hash(embedded("http://127.0.0.1:1"), ITEMS, CONDITIONS))
                .isEqualTo(CONTRACT.hash(embedded("http://127.0.0.1:2"), ITEMS, CONDITIONS));
    }

    @Test
    void everyTermCounts() {
        Duration other = Duration.ofSeconds(2);
        List<String> hashes = new ArrayList<>(List.of(hash()));
        for (FairnessContract contract :
                List.of(
                        new FairnessContract(65, SECOND, SECOND, SECOND, SECOND, 3, Checksum.CRC32),
                        new FairnessContract(64, other, SECOND, SECOND, SECOND, 3, Checksum.CRC32),
                        new FairnessContract(64, SECOND, other, SECOND, SECOND, 3, Checksum.CRC32),
                        new FairnessContract(64, SECOND, SECOND, LESS, SECOND, 3, Checksum.CRC32),
                        new FairnessContract(64, SECOND, SECOND, SECOND, other, 3, Checksum.CRC32),
                        new FairnessContract(64, SECOND, SECOND, SECOND, SECOND, 4, Checksum.CRC32),
                        new FairnessContract(
                                64, SECOND, SECOND, SECOND, SECOND, 3, Checksum.NONE))) {
            hashes.add(contract.hash(TARGET, ITEMS, CONDITIONS));
        }
        assertThat(hashes).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void theTargetCounts() {
        List<String> hashes = new ArrayList<>(List.of(hash()));
        for (Target other :
                List.of(
                        target(
                                Target.Kind.EMBEDDED,
                                "http://one",
                                "us-east-1",
                                "bucket",
                                true,
                                20,
                                KEYS),
                        target(
                                Target.Kind.CONFIGURED,
                                "http://two",
                                "us-east-1",
                                "bucket",
                                true,
                                20,
                                KEYS),
                        target(
                                Target.Kind.CONFIGURED,
                                "http://one",
                                "us-east-2",
                                "bucket",
                                true,
                                20,
                                KEYS),
                        target(
                                Target.Kind.CONFIGURED,
                                "http://one",
                                "us-east-1",
                                "basket",
                                true,
                                20,
                                KEYS),
                        target(
                                Target.Kind.CONFIGURED,
                                "http://one",
                                "us-east-1",
                                "bucket",
                                false,
                                20,
                                KEYS),
                        target(
                                Target.Kind.CONFIGURED,
                                "http://one",
                                "us-east-1",
                                "bucket",
                                true,
                                21,
                                KEYS))) {
            hashes.add(CONTRACT.hash(other, ITEMS, CONDITIONS));
        }
        assertThat(hashes).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void theKindOfItemsCounts() {
        assertThat(
                        List.of(
                                hash(),
                                CONTRACT.hash(TARGET, items(500, 101, "random", 1), CONDITIONS),
                                CONTRACT.hash(TARGET, items(500, 100, "text", 1), CONDITIONS),
                                CONTRACT.hash(TARGET, items(500, 100, "random", 2), CONDITIONS),
                                CONTRACT.hash(
                                        TARGET,
                                        new ItemsSummary(
                                                "a.zip",
                                                500,
                                                1,
                                                OptionalLong.empty(),
                                                "random",
                                                OptionalLong.of(1)),
                                        CONDITIONS)))
                .doesNotHaveDuplicates();
    }

    @Test
    void theNameOfTheArchiveIsNoTerm() {
        ItemsSummary renamed =
                new ItemsSummary(
                        "other.zip",
                        ITEMS.files(),
                        ITEMS.bytes(),
                        ITEMS.fileBytes(),
                        ITEMS.content(),
                        ITEMS.seed());
        assertThat(CONTRACT.hash(TARGET, renamed, CONDITIONS)).isEqualTo(hash());
    }

    @Test
    void everyConditionCounts() {
        List<String> hashes = new ArrayList<>(List.of(hash()));
        for (Conditions other :
                List.of(
                        new Conditions(
                                "fixed 3000",
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                "25",
                                "2",
                                "0"),
                        new Conditions(
                                "steady", 0, Optional.empty(), Optional.empty(), "25", "2", "0"),
                        new Conditions(
                                "steady",
                                1,
                                Optional.empty(),
                                Optional.of("-Xmx1g"),
                                "25",
                                "2",
                                "0"),
                        new Conditions(
                                "steady", 1, Optional.empty(), Optional.empty(), "26", "2", "0"),
                        new Conditions(
                                "steady", 1, Optional.empty(), Optional.empty(), "25", "3", "0"),
                        new Conditions(
                                "steady", 1, Optional.empty(), Optional.empty(), "25", "2", "1"))) {
            hashes.add(CONTRACT.hash(TARGET, ITEMS, other));
        }
        assertThat(hashes).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void anAttemptHasTimeForTheLargestItemAndTheLatency() {
        FairnessContract large =
                FairnessContract.standard(4, 102_401, Optional.of(Duration.ofMillis(500)));
        assertThat(large.attemptTimeout()).isEqualTo(Duration.ofMillis(32_500));
        assertThat(large.callTimeout()).isEqualTo(Duration.ofSeconds(130));
        assertThat(FairnessContract.standard(4))
                .isEqualTo(FairnessContract.standard(4, 0, Optional.empty()));
        assertThat(FairnessContract.standard(4).attemptTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void anAbsurdSizeMakesNoAbsurdTime() {
        assertThat(FairnessContract.standard(4, Long.MAX_VALUE, Optional.empty()))
                .isEqualTo(FairnessContract.standard(4, 5L << 30, Optional.empty()));
    }

    @Test
    void aHashIsTwelveHexadecimalDigits() {
        assertThat(hash()).matches("[0-9a-f]{12}");
    }

    @Test
    void thereIsNoContractWithoutConnectionsOrAttempts() {
        assertThatThrownBy(() -> FairnessContract.standard(0))
                .hasMessage("pool size 0 and attempts 3 must be at least 1");
        assertThatThrownBy(
                        () ->
                                new FairnessContract(
                                        1, SECOND, SECOND, SECOND, SECOND, 0, Checksum.NONE))
                .hasMessage("pool size 1 and attempts 0 must be at least 1");
    }

    @Test
    void anAttemptIsNoLongerThanItsCall() {
        assertThatThrownBy(
                        () ->
                                new FairnessContract(
                                        1, SECOND, SECOND, SECOND, LESS, 1, Checksum.NONE))
                .hasMessageContaining("a call as long as an attempt");
        assertThatThrownBy(
                        () ->
                                new FairnessContract(
                                        1, Duration.ZERO, SECOND, SECOND, SECOND, 1, Checksum.NONE))
                .hasMessageContaining("must be above 0");
    }

    private static String hash() {
        return CONTRACT.hash(TARGET, ITEMS, CONDITIONS);
    }

    private static Target embedded(String endpoint) {
        return target(Target.Kind.EMBEDDED, endpoint, "us-east-1", "bucket", true, 20, KEYS);
    }

    private static Target target(
            Target.Kind kind,
            String endpoint,
            String region,
            String bucket,
            boolean pathStyle,
            long latencyMillis,
            Credentials credentials) {
        return new Target(
                kind,
                Optional.of(URI.create(endpoint)),
                region,
                bucket,
                pathStyle,
                credentials,
                Optional.of(FaultPlan.of(Duration.ofMillis(latencyMillis))));
    }

    private static ItemsSummary items(int files, long fileBytes, String content, long seed) {
        return new ItemsSummary(
                "a.zip",
                files,
                files * fileBytes,
                OptionalLong.of(fileBytes),
                content,
                OptionalLong.of(seed));
    }
}
