package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.ItemCounts;
import dev.weft.record.ItemRow;
import dev.weft.store.ListedObject;
import dev.weft.store.S3Bucket;
import dev.weft.testing.Embedded;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.RecordedRequest;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.testing.Trials;
import dev.weft.verify.ArchiveManifest;
import dev.weft.verify.Verification;
import dev.weft.verify.Verifier;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Names that could lead elsewhere, and names that are too long, are the same to every mode.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddKeysTest {
    private static final String PREFIX = "weft/run/trial/1/";
    private static final int NAME_BYTES = 1024 - (PREFIX + "00000000-").length();
    private static final List<String> EXPECTED =
            List.of(
                    "00000000-/root",
                    "00000001-/%2Ftwo/%2Fand/%2F%2Fthree",
                    "00000002-../up/%2E/x/%2E%2E/y",
                    "00000003-" + "a".repeat(NAME_BYTES),
                    "00000006-after");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Path zip;
    private final Embedded server;

    OddKeysTest(@TempDir Path folder) throws Exception {
        files.put("/root", SmallZip.noise(1));
        files.put("//two//and///three", SmallZip.noise(2));
        files.put("../up/./x/../y", SmallZip.noise(3));
        files.put("a".repeat(NAME_BYTES), SmallZip.noise(4));
        files.put("b".repeat(NAME_BYTES + 1), SmallZip.noise(5));
        files.put("ü".repeat(NAME_BYTES / 2 + 1), SmallZip.noise(6));
        files.put("after", SmallZip.noise(7));
        zip = SmallZip.write(folder.resolve("odd.zip"), files);
        server = Embedded.start(folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void storesTheSameKeysInEveryMode(ModeName mode) throws Exception {
        List<ItemRow> rows = new CopyOnWriteArrayList<>();
        Trial trial = Trials.local(Specs.trial(mode, 2, server.target()), rows::add);
        try (S3Bucket bucket = new S3Bucket(server.target(), FairnessContract.standard(1))) {
            assertThat(trial.run(Specs.cold(zip)).counts()).isEqualTo(new ItemCounts(5, 2, 0));

            assertThat(bucket.list(PREFIX))
                    .toIterable()
                    .extracting(ListedObject::key)
                    .containsExactlyElementsOf(EXPECTED.stream().map(PREFIX::concat).toList());
            ArchiveManifest manifest = ArchiveManifest.read(zip);
            assertThat(Verifier.verify(bucket, manifest, PREFIX, VerifyLevel.CONTENT, () -> false))
                    .contains(
                            new Verification(
                                    5, manifest.keys(PREFIX).subList(4, 6), List.of(), List.of()));
            bucket.delete(manifest.keys(PREFIX).subList(0, 4));
            bucket.delete(manifest.keys(PREFIX).subList(6, 7));
            assertThat(bucket.list(PREFIX)).isExhausted();
        } finally {
            close(trial);
        }
        assertThat(rows)
                .filteredOn(row -> row.failure().isPresent())
                .hasSize(2)
                .allSatisfy(
                        row -> {
                            assertThat(row.failure()).contains("KeyTooLong");
                            assertThat(row.attempts()).isZero();
                            assertThat(row.startedNanos()).isEmpty();
                        });
    }

    @ParameterizedTest
    @EnumSource
    void sendsNoPathThatAnybodyOnTheWayCouldChange(ModeName mode) throws Exception {
        Credentials keys = new Credentials.Static("AKIDEXAMPLE", "secret", Optional.empty());
        try (HttpRecorder recorder = HttpRecorder.start()) {
            Trial trial = Trials.local(Specs.trial(mode, 1, recorder.target(keys)));
            assertThat(trial.run(Specs.cold(zip)).counts()).isEqualTo(new ItemCounts(5, 2, 0));
            close(trial);
            assertThat(recorder.take())
                    .extracting(RecordedRequest::target)
                    .containsExactlyElementsOf(
                            EXPECTED.stream()
                                    .map(key -> "/weft-test/" + PREFIX + key.replace("%", "%25"))
                                    .toList());
        }
    }

    /// Netty rests for two seconds before it ends; no test has to wait for that.
    private static void close(Trial trial) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                trial.close();
                            } catch (TrialException e) {
                                throw new IllegalStateException(e);
                            }
                        });
    }
}
