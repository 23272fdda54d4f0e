package dev.weft.plan;

import java.util.Objects;
import java.util.Optional;

/// Properties of a bucket that affect its leftovers and the cost. A property is empty if the server
/// does not report it.
///
/// @param versioning whether the bucket keeps overwritten and deleted objects
/// @param encryption default encryption of objects
/// @param bucketKey whether S3 requests one AWS KMS key for many objects
/// @param objectLock whether objects can be locked
/// @param retention default lock of new objects; empty without one
public record BucketProperties(
        Optional<Versioning> versioning,
        Optional<Encryption> encryption,
        Optional<Boolean> bucketKey,
        Optional<Boolean> objectLock,
        Optional<Retention> retention) {
    /// A bucket whose properties the server does not report.
    public static final BucketProperties UNKNOWN =
            new BucketProperties(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// A bucket whose properties were not read yet. It may keep versions.
    public static final BucketProperties UNSEEN =
            new BucketProperties(
                    Optional.of(Versioning.ON),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// A bucket without versions, locks and encryption, whose entity tags are MD5s.
    public static final BucketProperties PLAIN =
            new BucketProperties(
                    Optional.of(Versioning.OFF),
                    Optional.of(Encryption.NONE),
                    Optional.of(false),
                    Optional.of(false),
                    Optional.empty());

    public BucketProperties {
        Objects.requireNonNull(versioning);
        Objects.requireNonNull(encryption);
        Objects.requireNonNull(bucketKey);
        Objects.requireNonNull(objectLock);
        Objects.requireNonNull(retention);
    }

    /// Versioning of a bucket.
    public enum Versioning {
        /// Never enabled.
        OFF,
        /// Enabled.
        ON,
        /// Disabled after a time with versions. A deletion leaves a marker.
        SUSPENDED
    }

    /// Default encryption of a bucket.
    public enum Encryption {
        /// None that the server reports.
        NONE,
        /// With keys of S3 (SSE-S3).
        S3,
        /// With keys of AWS KMS (SSE-KMS).
        KMS,
        /// With keys of AWS KMS, in two layers (DSSE-KMS).
        KMS_DSSE
    }

    /// Default lock of new objects.
    ///
    /// @param days number of days; a year counts as 365
    public record Retention(Mode mode, int days) {
        public Retention {
            Objects.requireNonNull(mode);
        }

        /// Who may delete a locked object.
        public enum Mode {
            /// A user with a special permission.
            GOVERNANCE,
            /// No user.
            COMPLIANCE
        }
    }

    /// Returns whether a deletion may leave versions or markers.
    public boolean keepsVersions() {
        return versioning.filter(state -> state != Versioning.OFF).isPresent();
    }

    /// Returns whether AWS KMS holds the keys.
    public boolean hasKeysElsewhere() {
        return encryption
                .filter(way -> way == Encryption.KMS || way == Encryption.KMS_DSSE)
                .isPresent();
    }

    /// Returns whether entity tags may differ from MD5s. The verification then requests the
    /// checksum of each object.
    public boolean needsChecksums() {
        return encryption.isEmpty() || hasKeysElsewhere();
    }

    /// Returns the largest number of requests from S3 to AWS KMS: one for each encrypted or
    /// decrypted object and layer.
    long keyRequests(RequestCounts requests) {
        if (!hasKeysElsewhere()) {
            return 0;
        }
        return (requests.puts() + requests.reads())
                * (encryption.equals(Optional.of(Encryption.KMS_DSSE)) ? 2 : 1);
    }
}
