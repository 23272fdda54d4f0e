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

/// Reads the properties of a bucket with three requests. A property is unknown if the server
/// refuses the request or does not support it, so that the run can continue.
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
                query(
                        this::versioning,
                        // A server without this request has no versioning.
                        Map.of("NotImplemented", Optional.of(Versioning.OFF)),
                        Optional.empty());
        Encrypting encrypting =
                query(
                        this::encrypting,
                        Map.of(
                                "ServerSideEncryptionConfigurationNotFoundError",
                                new Encrypting(Optional.of(Encryption.NONE), Optional.of(false))),
                        Encrypting.UNKNOWN);
        Locking locking =
                query(
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

    /// @param answersByErrorCode answers that some error codes of the server stand for
    private <T> T query(Supplier<T> request, Map<String, T> answersByErrorCode, T unknown)
            throws StoreException {
        try {
            return request.get();
        } catch (AbortedException e) {
            throw StoreErrorText.explain(e, target);
        } catch (SdkException e) {
            return answersByErrorCode.getOrDefault(FailureClassifier.code(e), unknown);
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
                        .flatMap(defaults -> Optional.ofNullable(defaults.sseAlgorithm()))
                        .flatMap(BucketSurvey::encryption),
                Optional.of(Boolean.TRUE.equals(rule.bucketKeyEnabled())));
    }

    private static Optional<Encryption> encryption(ServerSideEncryption algorithm) {
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

    private static Retention retention(DefaultRetention defaults) {
        int days = Optional.ofNullable(defaults.days()).orElse(0);
        int years = Optional.ofNullable(defaults.years()).orElse(0);
        return new Retention(
                defaults.mode() == ObjectLockRetentionMode.GOVERNANCE
                        ? Retention.Mode.GOVERNANCE
                        : Retention.Mode.COMPLIANCE,
                days + years * DAYS_PER_YEAR);
    }
}
