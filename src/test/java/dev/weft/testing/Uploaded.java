package dev.weft.testing;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.Target;
import dev.weft.plan.UnzipLimits;
import dev.weft.plan.VerifyLevel;
import dev.weft.run.Trial;
import dev.weft.store.Bucket;
import dev.weft.store.ObjectKey;
import dev.weft.store.S3Bucket;
import dev.weft.verify.ArchiveManifest;
import dev.weft.verify.Verification;
import dev.weft.verify.Verifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Files that a pass of weft uploaded below its own prefix, and another client that changes them.
///
/// @param files files by name, in the order of their keys
public record Uploaded(
        Target target, S3Client intruder, String prefix, Path zip, Map<String, byte[]> files)
        implements AutoCloseable {
    private static final int CONCURRENCY = 8;

    /// Uploads them, in a folder of the test's own.
    public static Uploaded to(Target target, ModeName mode, Path folder, Map<String, byte[]> files)
            throws Exception {
        String prefix = "weft/%s/trial/1/".formatted(UUID.randomUUID());
        Path zip = SmallZip.write(folder.resolve("files.zip"), files);
        try (Trial trial = Trials.local(Specs.trial(mode, CONCURRENCY, target))) {
            var _ =
                    trial.run(
                            new PassSpec(
                                    1,
                                    Phase.COLD,
                                    zip,
                                    UnzipLimits.STANDARD,
                                    prefix,
                                    Optional.empty()));
        }
        return new Uploaded(target, ServerStore.client(target), prefix, zip, files);
    }

    /// What weft finds when it reads the bucket back.
    public Verification verify(VerifyLevel level) throws Exception {
        try (S3Bucket bucket = bucket()) {
            return Verifier.verify(bucket, manifest(), prefix, level, () -> false).orElseThrow();
        }
    }

    /// The same where the server's entity tags are no MD5.
    public Verification verifyUntagged(VerifyLevel level) throws Exception {
        try (Bucket bucket = new Untagged(bucket())) {
            return Verifier.verify(bucket, manifest(), prefix, level, () -> false).orElseThrow();
        }
    }

    /// Deletes what the pass uploaded, as weft does after each pass.
    public void deleteOwn() throws Exception {
        try (S3Bucket bucket = bucket()) {
            bucket.delete(manifest().keys(prefix));
        }
    }

    /// The key of a file.
    public String key(int index) {
        return ObjectKey.of(prefix, index, List.copyOf(files.keySet()).get(index));
    }

    /// A copy of the bytes of a file.
    public byte[] bytes(int index) {
        return List.copyOf(files.values()).get(index).clone();
    }

    /// Stores an object with the other client.
    public void plant(String key, byte[] bytes) {
        intruder.putObject(
                put -> put.bucket(target.bucket()).key(key), RequestBody.fromBytes(bytes));
    }

    /// Deletes an object with the other client.
    public void remove(String key) {
        intruder.deleteObject(delete -> delete.bucket(target.bucket()).key(key));
    }

    /// Lists the keys below a prefix with the other client.
    public List<String> keys(String below) {
        return intruder
                .listObjectsV2Paginator(list -> list.bucket(target.bucket()).prefix(below))
                .contents()
                .stream()
                .map(object -> object.key())
                .toList();
    }

    private ArchiveManifest manifest() throws Exception {
        return ArchiveManifest.read(zip);
    }

    private S3Bucket bucket() {
        return new S3Bucket(target, FairnessContract.standard(Verifier.CONNECTIONS));
    }

    @Override
    public void close() {
        intruder.close();
    }
}
