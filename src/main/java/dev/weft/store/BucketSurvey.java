package dev.weft.store;

import dev.weft.plan.BucketProperties;
import dev.weft.plan.BucketProperties.Encryption;
import dev.weft.plan.BucketProperties.Retention;
import dev.weft.plan.BucketProperties.Versioning;
import dev.weft.plan.Target;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DefaultRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/// Asks a bucket what kind of bucket it is, by three requests that read. What the server refuses,
/// or does not know, is unknown: no run ends for that.
record BucketSurvey(S3Client client, Target target) {
    private static final int DAYS_PER_YEAR = 365;

    private record Encrypting(Optional<Encryption> way, Optional<Boolean> bucketKey) {
        private static final Encrypting UNKNOWN =
                new Encrypting(Optional.empty(), Optional.empty());
    }

    private record Locking(Optional<Boolean> enabled, Optional<Retention> retention) {
        private static final Locking UNKNOWN = new Locking(Optional.empty(), Optional.empty());
    }

    BucketProperties traits() throws StoreException {
        Optional<Versioning> versioning =
                asked(
                        this::versioning,
                        // A server that has no such request has no versions.
                        Map.of("NotImplemented", Optional.of(Versioning.OFF)),
                        Optional.empty());
        Encrypting encrypting =
                asked(
                        this::encrypting,
                        Map.of(
                                "ServerSideEncryptionConfigurationNotFoundError",
                                new Encrypting(Optional.of(Encryption.NONE), Optional.of(false))),
                        Encrypting.UNKNOWN);
        Locking locking =
                asked(
                        this::locking,
                        Map.of(
                                "ObjectLockConfigurationNotFoundError",
                                new Locking(Optional.of(false), Optional.empty())),
                        Locking.UNKNOWN);
        return new BucketProperties(
                versioning,
                encrypting.way(),
                encrypting.bucketKey(),
                locking.enabled(),
                locking.retention());
    }

    /// @param known what some of the server's error codes mean
    private <T> T asked(Supplier<T> question, Map<String, T> known, T unknown)
            throws StoreException {
        try {
            return question.get();
        } catch (AbortedException e) {
            throw StoreErrorText.explain(e, target);
        } catch (SdkException e) {
            return known.getOrDefault(FailureClassifier.code(e), unknown);
        }
    }

    private Optional<Versioning> versioning() {
        BucketVersioningStatus status =
                client.getBucketVersioning(get -> get.bucket(target.bucket())).status();
        if (status == null) {
            return Optional.of(Versioning.OFF);
        }
        return switch (status) {
            case ENABLED -> Optional.of(Versioning.ON);
            case SUSPENDED -> Optional.of(Versioning.SUSPENDED);
            case UNKNOWN_TO_SDK_VERSION -> Optional.empty();
        };
    }

    private Encrypting encrypting() {
        return Optional.ofNullable(
                        client.getBucketEncryption(get -> get.bucket(target.bucket()))
                                .serverSideEncryptionConfiguration())
                .flatMap(configuration -> configuration.rules().stream().findFirst())
                .map(BucketSurvey::encrypting)
                .orElse(Encrypting.UNKNOWN);
    }

    private static Encrypting encrypting(ServerSideEncryptionRule rule) {
        return new Encrypting(
                Optional.ofNullable(rule.applyServerSideEncryptionByDefault())
                        .flatMap(standard -> Optional.ofNullable(standard.sseAlgorithm()))
                        .flatMap(BucketSurvey::way),
                Optional.of(Boolean.TRUE.equals(rule.bucketKeyEnabled())));
    }

    private static Optional<Encryption> way(ServerSideEncryption algorithm) {
        return switch (algorithm) {
            case AES256 -> Optional.of(Encryption.S3);
            case AWS_KMS -> Optional.of(Encryption.KMS);
            case AWS_KMS_DSSE -> Optional.of(Encryption.KMS_DSSE);
            case AWS_FSX, AWS_BACKUP, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
        };
    }

    private Locking locking() {
        return Optional.ofNullable(
                        client.getObjectLockConfiguration(get -> get.bucket(target.bucket()))
                                .objectLockConfiguration())
                .map(BucketSurvey::locking)
                .orElse(Locking.UNKNOWN);
    }

    private static Locking locking(ObjectLockConfiguration configuration) {
        return new Locking(
                Optional.of(configuration.objectLockEnabled() == ObjectLockEnabled.ENABLED),
                Optional.ofNullable(configuration.rule())
                        .flatMap(rule -> Optional.ofNullable(rule.defaultRetention()))
                        .map(BucketSurvey::retention));
    }

    private static Retention retention(DefaultRetention standard) {
        int days = Optional.ofNullable(standard.days()).orElse(0);
        int years = Optional.ofNullable(standard.years()).orElse(0);
        return new Retention(
                standard.mode() == ObjectLockRetentionMode.GOVERNANCE
                        ? Retention.Mode.GOVERNANCE
                        : Retention.Mode.COMPLIANCE,
                days + years * DAYS_PER_YEAR);
    }
}
