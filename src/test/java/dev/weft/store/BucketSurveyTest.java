package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.BucketProperties;
import dev.weft.plan.BucketProperties.Encryption;
import dev.weft.plan.BucketProperties.Retention;
import dev.weft.plan.BucketProperties.Versioning;
import dev.weft.plan.FairnessContract;
import dev.weft.testing.Embedded;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

class BucketSurveyTest {
    private final Server server = new Server();

    @Test
    void aPlainBucketOfAmazonIsSeenAsOne() throws StoreException {
        assertThat(traits())
                .isEqualTo(
                        new BucketProperties(
                                Optional.of(Versioning.OFF),
                                Optional.of(Encryption.S3),
                                Optional.of(false),
                                Optional.of(false),
                                Optional.empty()));
        assertThat(traits().keepsVersions()).isFalse();
        assertThat(traits().needsChecksums()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ENABLED,ON", "SUSPENDED,SUSPENDED"})
    void versionsAreSeen(BucketVersioningStatus status, Versioning seen) throws StoreException {
        server.versioning = GetBucketVersioningResponse.builder().status(status).build();
        assertThat(traits().versioning()).contains(seen);
        assertThat(traits().keepsVersions()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"AWS_KMS,KMS", "AWS_KMS_DSSE,KMS_DSSE"})
    void keysOfKmsAreSeen(ServerSideEncryption algorithm, Encryption seen) throws StoreException {
        server.encryption = encryption(algorithm, true);
        assertThat(traits().encryption()).contains(seen);
        assertThat(traits().bucketKey()).contains(true);
        assertThat(traits().needsChecksums()).isTrue();
    }

    @Test
    void anOlderServerThatEncryptsNothingSaysSoByAnError() throws StoreException {
        server.encryptionRefusal =
                Optional.of(refusal(404, "ServerSideEncryptionConfigurationNotFoundError"));
        assertThat(traits().encryption()).contains(Encryption.NONE);
    }

    @ParameterizedTest
    @CsvSource({"GOVERNANCE,7,,7", "COMPLIANCE,,2,730"})
    void aDefaultLockIsSeen(ObjectLockRetentionMode mode, Integer days, Integer years, int seenDays)
            throws StoreException {
        server.lockRefusal = Optional.empty();
        server.lock =
                GetObjectLockConfigurationResponse.builder()
                        .objectLockConfiguration(
                                lock ->
                                        lock.objectLockEnabled(ObjectLockEnabled.ENABLED)
                                                .rule(
                                                        rule ->
                                                                rule.defaultRetention(
                                                                        retention ->
                                                                                retention
                                                                                        .mode(mode)
                                                                                        .days(days)
                                                                                        .years(
                                                                                                years))))
                        .build();
        assertThat(traits().objectLock()).contains(true);
        assertThat(traits().retention())
                .contains(new Retention(Retention.Mode.valueOf(mode.name()), seenDays));
    }

    @Test
    void aLockThatLocksNothingByItselfIsNoRetention() throws StoreException {
        server.lockRefusal = Optional.empty();
        server.lock =
                GetObjectLockConfigurationResponse.builder()
                        .objectLockConfiguration(
                                lock -> lock.objectLockEnabled(ObjectLockEnabled.ENABLED))
                        .build();
        assertThat(traits().objectLock()).contains(true);
        assertThat(traits().retention()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"403,AccessDenied", "400,InvalidArgument", "405,MethodNotAllowed"})
    void whatIsRefusedIsUnknownAndNoError(int status, String code) throws StoreException {
        server.versioningRefusal = Optional.of(refusal(status, code));
        server.encryptionRefusal = Optional.of(refusal(status, code));
        server.lockRefusal = Optional.of(refusal(status, code));
        assertThat(traits()).isEqualTo(BucketProperties.UNKNOWN);
        assertThat(traits().needsChecksums()).isTrue();
        assertThat(traits().keepsVersions()).isFalse();
    }

    @Test
    void aServerThatDoesNotKnowOfVersionsKeepsNone() throws StoreException {
        server.versioningRefusal = Optional.of(refusal(501, "NotImplemented"));
        assertThat(traits().versioning()).contains(Versioning.OFF);
    }

    @Test
    void aServerThatAnswersNothingThatCanBeReadIsNoError() throws Exception {
        try (HttpRecorder recorder = HttpRecorder.startBroken();
                S3Bucket bucket =
                        new S3Bucket(
                                recorder.target(Specs.nowhere().credentials()),
                                FairnessContract.standard(1))) {
            assertThat(bucket.traits()).isEqualTo(BucketProperties.UNKNOWN);
        }
    }

    @Test
    void theEmbeddedServerKeepsNoVersionsAndHasNoRetention(@TempDir Path folder) throws Exception {
        try (Embedded embedded = Embedded.start(folder);
                S3Bucket bucket = new S3Bucket(embedded.target(), FairnessContract.standard(1))) {
            assertThat(bucket.traits().keepsVersions()).isFalse();
            assertThat(bucket.traits().objectLock()).contains(false);
            assertThat(bucket.traits().retention()).isEmpty();
        }
    }

    private BucketProperties traits() throws StoreException {
        return new BucketSurvey(server, Specs.nowhere()).traits();
    }

    private static GetBucketEncryptionResponse encryption(
            ServerSideEncryption algorithm, boolean bucketKey) {
        ServerSideEncryptionRule rule =
                ServerSideEncryptionRule.builder()
                        .bucketKeyEnabled(bucketKey)
                        .applyServerSideEncryptionByDefault(
                                standard -> standard.sseAlgorithm(algorithm))
                        .build();
        return GetBucketEncryptionResponse.builder()
                .serverSideEncryptionConfiguration(configuration -> configuration.rules(rule))
                .build();
    }

    private static S3Exception refusal(int status, String code) {
        return (S3Exception)
                S3Exception.builder()
                        .statusCode(status)
                        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                        .build();
    }

    /// A client with scripted answers, which are Amazon's by default.
    private static final class Server implements S3Client {
        private GetBucketVersioningResponse versioning =
                GetBucketVersioningResponse.builder().build();
        private GetBucketEncryptionResponse encryption =
                encryption(ServerSideEncryption.AES256, false);
        private GetObjectLockConfigurationResponse lock =
                GetObjectLockConfigurationResponse.builder().build();
        private Optional<S3Exception> versioningRefusal = Optional.empty();
        private Optional<S3Exception> encryptionRefusal = Optional.empty();
        private Optional<S3Exception> lockRefusal =
                Optional.of(refusal(404, "ObjectLockConfigurationNotFoundError"));

        @Override
        public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
            return answer(versioning, versioningRefusal);
        }

        @Override
        public GetBucketEncryptionResponse getBucketEncryption(GetBucketEncryptionRequest request) {
            return answer(encryption, encryptionRefusal);
        }

        @Override
        public GetObjectLockConfigurationResponse getObjectLockConfiguration(
                GetObjectLockConfigurationRequest request) {
            return answer(lock, lockRefusal);
        }

        private static <T> T answer(T answer, Optional<S3Exception> refusal) {
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            return answer;
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }
}
