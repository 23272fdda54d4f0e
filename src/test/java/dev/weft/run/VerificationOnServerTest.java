package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.TrialSpec;
import dev.weft.store.ObjectKey;
import dev.weft.store.S3Bucket;
import dev.weft.testing.Embedded;
import dev.weft.testing.ServerStore;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.testing.Trials;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// What is planted on a real server is found by weft's own client.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationOnServerTest {
    private final Embedded server;
    private final S3Client intruder;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Path zip;

    VerificationOnServerTest(@TempDir Path folder) throws Exception {
        files.put("small", SmallZip.noise(100));
        files.put("ü %41+ \u0001//x", SmallZip.noise(200));
        files.put("empty", new byte[0]);
        files.put("large", SmallZip.noise(1_500_000));
        zip = SmallZip.write(folder.resolve("files.zip"), files);
        server = Embedded.start(folder);
        intruder = ServerStore.client(server.target());
    }

    @AfterAll
    void stop() {
        intruder.close();
        server.close();
    }

    @BeforeEach
    void upload() throws Exception {
        TrialSpec spec = Specs.trial(ModeName.VIRTUAL, 2, server.target());
        try (Trial trial = Trials.local(spec)) {
            assertThat(trial.run(pass()).counts().stored()).isEqualTo(files.size());
        }
    }

    @Test
    void everythingThatWasUploadedIsThere() throws Exception {
        assertThat(verify())
                .isEqualTo(new Verification(files.size(), List.of(), List.of(), List.of()));
    }

    @Test
    void aWrongByteIsFound() throws Exception {
        byte[] wrong = SmallZip.noise(200);
        wrong[100] ^= 1;
        put(key(1), wrong);
        assertThat(verify())
                .isEqualTo(
                        new Verification(files.size() - 1, List.of(), List.of(key(1)), List.of()));
    }

    @Test
    void aMissingObjectIsFound() throws Exception {
        intruder.deleteObject(delete -> delete.bucket(server.target().bucket()).key(key(2)));
        assertThat(verify())
                .isEqualTo(
                        new Verification(files.size() - 1, List.of(key(2)), List.of(), List.of()));
    }

    @Test
    void aStaleObjectOfAnotherPassIsFoundAndIsNoSubstitute() throws Exception {
        intruder.deleteObject(delete -> delete.bucket(server.target().bucket()).key(key(0)));
        put("weft/run/trial/2/00000000-small", SmallZip.noise(100));
        put(pass().prefix() + "00000000-smaller", SmallZip.noise(100));
        assertThat(verify())
                .isEqualTo(
                        new Verification(
                                files.size() - 1,
                                List.of(key(0)),
                                List.of(),
                                List.of(pass().prefix() + "00000000-smaller")));
        intruder.deleteObject(
                delete ->
                        delete.bucket(server.target().bucket())
                                .key(pass().prefix() + "00000000-smaller"));
    }

    @Test
    void nothingIsLeftOnceItsKeysAreDeleted() throws Exception {
        Manifest manifest = Manifest.read(zip);
        try (S3Bucket bucket = bucket()) {
            bucket.delete(manifest.keys(pass().prefix()));
            assertThat(bucket.list(pass().prefix())).isExhausted();
        }
    }

    private Verification verify() throws Exception {
        try (S3Bucket bucket = bucket()) {
            return Verification.of(bucket, Manifest.read(zip), pass().prefix(), () -> false)
                    .orElseThrow();
        }
    }

    private S3Bucket bucket() {
        return new S3Bucket(server.target(), FairnessContract.standard(1));
    }

    private PassSpec pass() {
        return Specs.cold(zip);
    }

    private String key(int index) {
        return ObjectKey.of(pass().prefix(), index, List.copyOf(files.keySet()).get(index));
    }

    private void put(String key, byte[] bytes) {
        intruder.putObject(
                put -> put.bucket(server.target().bucket()).key(key), RequestBody.fromBytes(bytes));
    }
}
