package dev.weft.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.BucketProperties;
import dev.weft.plan.BucketProperties.Encryption;
import dev.weft.plan.BucketProperties.Retention;
import dev.weft.plan.BucketProperties.Versioning;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BucketDescriptionTest {
    @Test
    void saysNothingOfAPlainBucket() {
        assertThat(text(BucketProperties.PLAIN).sentences()).isEmpty();
        assertThat(text(BucketProperties.PLAIN).unknown()).isEmpty();
        assertThat(text(BucketProperties.PLAIN).locks()).isFalse();
    }

    @Test
    void saysWhatIsToBeKnownOfABucketThatHasEverything() {
        BucketDescription text =
                text(
                        new BucketProperties(
                                Optional.of(Versioning.ON),
                                Optional.of(Encryption.KMS),
                                Optional.of(false),
                                Optional.of(true),
                                Optional.of(new Retention(Retention.Mode.COMPLIANCE, 730))));

        assertThat(text.locks()).isTrue();
        assertThat(text.sentences())
                .containsExactly(
                        "bucket b keeps versions, so that deleting an object leaves it there; weft deletes the versions of its own objects if s3:ListBucketVersions and s3:DeleteObjectVersion are allowed, otherwise it reports at the end how many are left",
                        "bucket b encrypts with keys of AWS KMS, which cost extra, a request an object, and are limited in number a second; its ETags are no MD5s, so weft asks for the checksum of each object by a HEAD request",
                        "Object Lock of bucket b keeps every new object for 730 days in compliance mode, so that what is uploaded cannot be deleted before");
    }

    @Test
    void aLockThatLocksNothingByItselfIsNoMatter() {
        BucketDescription text =
                text(
                        new BucketProperties(
                                Optional.of(Versioning.SUSPENDED),
                                Optional.of(Encryption.S3),
                                Optional.of(false),
                                Optional.of(true),
                                Optional.empty()));

        assertThat(text.locks()).isFalse();
        assertThat(text.sentences())
                .singleElement()
                .asString()
                .startsWith(
                        "bucket b kept versions once, so that deleting an object leaves a marker");
    }

    @Test
    void namesThePermissionsOfWhatItCouldNotSee() {
        assertThat(text(BucketProperties.UNKNOWN).sentences())
                .singleElement()
                .asString()
                .contains("deletes its own objects and no version", "s3:GetBucketVersioning");
        assertThat(text(BucketProperties.UNKNOWN).unknown().orElseThrow())
                .contains("s3:GetEncryptionConfiguration")
                .contains("s3:GetBucketObjectLockConfiguration");
    }

    private static BucketDescription text(BucketProperties traits) {
        return new BucketDescription("b", traits);
    }
}
