package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plan.Target;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.PassStatus;
import dev.weft.session.ExitCode;
import dev.weft.testing.LocalStack;
import dev.weft.testing.ServerStore;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Uploaded;
import dev.weft.verify.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DefaultRetention;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/// Buckets that are not plain: what the embedded server knows nothing of.
class BucketKindsOnLocalStackIT {
    private static final Map<String, byte[]> FILES =
            Map.of("one", SmallZip.noise(300), "two", SmallZip.noise(300_000));

    @TempDir private Path folder;

    @Test
    void aVersionedBucketHoldsNoVersionOfWeftsAfterwards() throws Exception {
        Target target = versioned("versioned");

        Invocation run = RunContract.run(folder, target, "--mode=all");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("keeps versions");
        assertThat(versions(target)).isEmpty();
    }

    @Test
    void cleanLeavesNoVersionOfWeftsInAVersionedBucket() throws Exception {
        Target target = versioned("versioned-clean");
        var _ = RunContract.run(folder, target, "--mode=async", "--keep-objects");
        List<String> kept = RunContract.keys(target, "weft/");
        assertThat(kept).hasSizeGreaterThan(1);
        put(target, "weft/mine/x");
        put(target, kept.getFirst());
        hide(target, kept.getLast());

        Invocation clean = RunContract.weft(folder, target, "clean", "--all", "--yes");

        assertThat(clean.exitCode()).as(clean.err()).isEqualTo(ExitCode.OK);
        assertThat(clean.out()).contains("deleted %d versions of 1 run".formatted(kept.size() + 2));
        assertThat(versions(target)).containsExactly("weft/mine/x");
        assertThat(markers(target)).isEmpty();
    }

    private static void put(Target target, String key) {
        try (S3Client client = ServerStore.client(target)) {
            client.putObject(
                    put -> put.bucket(target.bucket()).key(key), RequestBody.fromString("another"));
        }
    }

    /// Puts a marker in front of an object.
    private static void hide(Target target, String key) {
        try (S3Client client = ServerStore.client(target)) {
            client.deleteObject(delete -> delete.bucket(target.bucket()).key(key));
        }
    }

    @Test
    void aLockedBucketIsRefused() throws Exception {
        Target target = locked("locked-refused");

        Invocation run = RunContract.run(folder, target);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Object Lock", "--allow-locked");
        assertThat(versions(target)).isEmpty();
    }

    @Test
    void aLockedBucketKeepsWhatEveryModeUploadedWhereItMay() throws Exception {
        Target target = locked("locked");

        Invocation run = RunContract.run(folder, target, "--mode=all", "--allow-locked");

        assertThat(RunContract.rows(folder))
                .as(run.err())
                .hasSizeGreaterThanOrEqualTo(ModeName.values().length)
                .allSatisfy(row -> assertThat(row.ending().status()).isEqualTo(PassStatus.OK));
        assertThat(run.err()).contains("are still below weft/ in bucket locked");
        assertThat(versions(target)).isNotEmpty();
    }

    @Test
    void anEncryptedBucketIsNamed() throws Exception {
        Invocation run = RunContract.run(folder, encrypted("encrypted-named"), "--mode=threads");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("encrypts with keys of AWS KMS");
    }

    private static List<String> versions(Target target) {
        try (S3Client client = ServerStore.client(target)) {
            return client
                    .listObjectVersionsPaginator(
                            list -> list.bucket(target.bucket()).prefix("weft/"))
                    .versions()
                    .stream()
                    .map(ObjectVersion::key)
                    .toList();
        }
    }

    private static List<String> markers(Target target) {
        try (S3Client client = ServerStore.client(target)) {
            return client
                    .listObjectVersionsPaginator(
                            list -> list.bucket(target.bucket()).prefix("weft/"))
                    .deleteMarkers()
                    .stream()
                    .map(DeleteMarkerEntry::key)
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(ModeName.class)
    void anEncryptedBucketIsVerifiedByChecksum(ModeName mode) throws Exception {
        Target target = encrypted("encrypted");

        try (Uploaded uploaded = Uploaded.to(target, mode, folder, FILES)) {
            assertThat(encryption(uploaded)).isEqualTo(ServerSideEncryption.AWS_KMS);
            assertThat(uploaded.verifyUntagged(VerifyLevel.CHECKSUM).complete()).isTrue();
            byte[] changed = uploaded.bytes(1);
            changed[7] ^= 1;
            uploaded.plant(uploaded.key(1), changed);
            Verification one = new Verification(1, List.of(), List.of(uploaded.key(1)), List.of());
            assertThat(uploaded.verifyUntagged(VerifyLevel.CHECKSUM)).isEqualTo(one);
            assertThat(uploaded.verify(VerifyLevel.CONTENT)).isEqualTo(one);
        }
    }

    private static ServerSideEncryption encryption(Uploaded uploaded) {
        return uploaded.intruder()
                .headObject(head -> head.bucket(uploaded.target().bucket()).key(uploaded.key(0)))
                .serverSideEncryption();
    }

    private static Target locked(String bucket) {
        Target target = LocalStack.server(bucket);
        try (S3Client client = ServerStore.client(target)) {
            client.createBucket(create -> create.bucket(bucket).objectLockEnabledForBucket(true));
            client.putObjectLockConfiguration(
                    put ->
                            put.bucket(bucket)
                                    .objectLockConfiguration(
                                            lock ->
                                                    lock.objectLockEnabled(
                                                                    ObjectLockEnabled.ENABLED)
                                                            .rule(
                                                                    rule ->
                                                                            rule.defaultRetention(
                                                                                    BucketKindsOnLocalStackIT
                                                                                            ::oneDay))));
        }
        return target;
    }

    private static void oneDay(DefaultRetention.Builder retention) {
        retention.mode(ObjectLockRetentionMode.GOVERNANCE).days(1);
    }

    private static Target versioned(String bucket) {
        Target target = LocalStack.target(bucket);
        try (S3Client client = ServerStore.client(target)) {
            client.putBucketVersioning(
                    put ->
                            put.bucket(bucket)
                                    .versioningConfiguration(
                                            versions ->
                                                    versions.status(
                                                            BucketVersioningStatus.ENABLED)));
        }
        return target;
    }

    private static Target encrypted(String bucket) {
        Target target = LocalStack.target(bucket);
        ServerSideEncryptionByDefault kms =
                ServerSideEncryptionByDefault.builder()
                        .sseAlgorithm(ServerSideEncryption.AWS_KMS)
                        .kmsMasterKeyID("arn:aws:kms:us-east-1:000000000000:key/weft")
                        .build();
        try (S3Client client = ServerStore.client(target)) {
            client.putBucketEncryption(
                    put ->
                            put.bucket(bucket)
                                    .serverSideEncryptionConfiguration(
                                            rules ->
                                                    rules.rules(
                                                            ServerSideEncryptionRule.builder()
                                                                    .applyServerSideEncryptionByDefault(
                                                                            kms)
                                                                    .build())));
        }
        return target;
    }
}
