package dev.weft.plan;

import java.util.Objects;
import java.util.Optional;

/// What of a bucket bears on what weft leaves in it, and on what that costs. What the server does
/// not tell, or not to us, is empty.
///
/// @param versioning whether the bucket keeps what was overwritten or deleted
/// @param encryption what it does with an object that brings no wish of its own
/// @param bucketKey whether S3 asks AWS KMS for few keys in place of one an object
/// @param objectLock whether objects can be locked
/// @param retention how long every new object is locked; empty also where it is not
public record BucketProperties(
        Optional<Versioning> versioning,
        Optional<Encryption> encryption,
        Optional<Boolean> bucketKey,
        Optional<Boolean> objectLock,
        Optional<Retention> retention) {
    /// A bucket that tells nothing.
    public static final BucketProperties UNKNOWN =
            new BucketProperties(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// A bucket that nobody has looked at yet: it may keep versions.
    public static final BucketProperties UNSEEN =
            new BucketProperties(
                    Optional.of(Versioning.ON),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// A bucket that keeps no versions and locks nothing, and whose entity tags are MD5s.
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

    /// Whether a bucket keeps versions.
    public enum Versioning {
        /// It never did.
        OFF,
        /// It does.
        ON,
        /// It did, and leaves a marker of what is deleted.
        SUSPENDED
    }

    /// How a bucket encrypts what it stores.
    public enum Encryption {
        /// Not that the server knows.
        NONE,
        /// With keys of S3 (SSE-S3).
        S3,
        /// With keys of AWS KMS (SSE-KMS).
        KMS,
        /// With keys of AWS KMS, in two layers (DSSE-KMS).
        KMS_DSSE
    }

    /// How long a new object is locked.
    ///
    /// @param days a year counts as 365 of them
    public record Retention(Mode mode, int days) {
        public Retention {
            Objects.requireNonNull(mode);
        }

        /// Who may delete a locked object.
        public enum Mode {
            /// Who has a permission of its own for that.
            GOVERNANCE,
            /// Nobody.
            COMPLIANCE
        }
    }

    /// Whether deleting an object leaves something of it.
    public boolean keepsVersions() {
        return versioning.filter(state -> state != Versioning.OFF).isPresent();
    }

    /// Whether AWS KMS has the keys.
    public boolean hasKeysElsewhere() {
        return encryption
                .filter(way -> way == Encryption.KMS || way == Encryption.KMS_DSSE)
                .isPresent();
    }

    /// Whether entity tags may be something else than MD5s, so that an object is verified by asking
    /// for its checksum.
    public boolean needsChecksums() {
        return encryption.isEmpty() || hasKeysElsewhere();
    }

    /// The most requests that S3 sends to AWS KMS for requests of weft: one for each object that it
    /// encrypts or decrypts, and one for each layer.
    long keyRequests(RequestCounts requests) {
        if (!hasKeysElsewhere()) {
            return 0;
        }
        return (requests.puts() + requests.reads())
                * (encryption.equals(Optional.of(Encryption.KMS_DSSE)) ? 2 : 1);
    }
}
