package dev.weft.text;

import dev.weft.plan.BucketProperties;
import dev.weft.plan.BucketProperties.Retention;
import dev.weft.plan.Target;
import dev.weft.runjson.RecordedWarning;
import dev.weft.store.VersionedBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Describes the properties of a bucket in sentences for its owner.
public record BucketDescription(String bucket, BucketProperties traits) {
    /// Returns a sentence for each property that matters before a write.
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        versions().ifPresent(sentences::add);
        if (traits.hasKeysElsewhere()) {
            sentences.add(keys());
        }
        if (locks()) {
            sentences.add(lock());
        }
        return sentences;
    }

    private Optional<String> versions() {
        if (traits.versioning().isEmpty()) {
            return Optional.of(
                    "bucket %s does not report whether it keeps versions, so weft deletes its own objects and no versions of them; allow s3:GetBucketVersioning to have it checked"
                            .formatted(bucket));
        }
        String what =
                switch (traits.versioning().get()) {
                    case OFF -> "";
                    case ON -> "keeps versions, so that deleting an object leaves it there";
                    case SUSPENDED ->
                            "kept versions once, so that deleting an object leaves a marker";
                };
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "bucket %s %s; weft deletes the versions of its own objects if s3:ListBucketVersions and s3:DeleteObjectVersion are allowed, otherwise it reports at the end how many are left"
                                .formatted(bucket, what));
    }

    private String keys() {
        return "bucket %s encrypts with keys of AWS KMS, which cost %s and are limited in number a second; its ETags are no MD5s, so weft asks for the checksum of each object by a HEAD request"
                .formatted(
                        bucket,
                        traits.bucketKey().equals(Optional.of(true))
                                ? "little, because it has a bucket key,"
                                : "extra, a request an object,");
    }

    /// Returns whether uploaded objects could not be deleted.
    public boolean locks() {
        return traits.objectLock().equals(Optional.of(true)) && traits.retention().isPresent();
    }

    /// Returns a sentence about the lock.
    public String lock() {
        Retention retention = traits.retention().orElseThrow();
        return "Object Lock of bucket %s keeps every new object for %,d %s in %s mode, so that what is uploaded cannot be deleted before"
                .formatted(
                        bucket,
                        retention.days(),
                        retention.days() == 1 ? "day" : "days",
                        switch (retention.mode()) {
                            case GOVERNANCE -> "governance";
                            case COMPLIANCE -> "compliance";
                        });
    }

    /// Returns a sentence about unreadable properties; empty if all are known.
    public Optional<String> unknown() {
        List<String> questions = new ArrayList<>();
        if (traits.encryption().isEmpty()) {
            questions.add("encrypts with keys of AWS KMS (s3:GetEncryptionConfiguration)");
        }
        if (traits.objectLock().isEmpty()) {
            questions.add("locks objects (s3:GetBucketObjectLockConfiguration)");
        }
        return questions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "bucket %s does not report whether it %s; allow the actions in brackets to have it checked"
                                .formatted(bucket, String.join(", or ", questions)));
    }

    /// Returns a warning about versions that remain, or may remain, in the bucket; empty if none
    /// do.
    public Optional<RecordedWarning> left(VersionedBucket versioned, Target target) {
        return traits.versioning().isEmpty()
                ? Optional.of(
                        new RecordedWarning(
                                "versions-unknown",
                                "versions of what was deleted below weft/ are still in bucket %s if it keeps any, which it does not report"
                                        .formatted(bucket),
                                "allow s3:GetBucketVersioning, or let a lifecycle rule expire noncurrent versions below weft/"))
                : seenLeft(versioned, target);
    }

    /// Returns a warning about versions that were listed in the bucket; empty if there were none.
    public static Optional<RecordedWarning> seenLeft(VersionedBucket bucket, Target target) {
        return bucket.reason()
                .map(
                        reason ->
                                new RecordedWarning(
                                        "versions-left",
                                        "at least %s still below weft/ in bucket %s (%s)"
                                                .formatted(
                                                        bucket.left() == 1
                                                                ? "1 version of a deleted object is"
                                                                : "%,d versions of deleted objects are"
                                                                        .formatted(bucket.left()),
                                                        target.bucket(),
                                                        reason),
                                        "allow s3:ListBucketVersions and s3:DeleteObjectVersion there, and let a lifecycle rule expire noncurrent versions below weft/"));
    }
}
