package dev.weft.store;

/// The actions that weft must be allowed in a bucket of somebody else's, as IAM names them.
public enum Permission {
    /// To see whether the bucket lets us in, what a pass left, and what is to be deleted.
    LIST("s3:ListBucket", Need.ALWAYS),
    /// To upload.
    PUT("s3:PutObject", Need.ALWAYS),
    /// To ask for the checksum of an object whose entity tag is no MD5.
    GET("s3:GetObject", Need.ALWAYS),
    /// To delete what was uploaded.
    DELETE("s3:DeleteObject", Need.ALWAYS),
    /// To see whether the bucket keeps versions.
    SEE_VERSIONING("s3:GetBucketVersioning", Need.TO_LOOK),
    /// To see how the bucket encrypts.
    SEE_ENCRYPTION("s3:GetEncryptionConfiguration", Need.TO_LOOK),
    /// To see whether the bucket locks objects.
    SEE_LOCK("s3:GetBucketObjectLockConfiguration", Need.TO_LOOK),
    /// To find the versions of what was uploaded.
    LIST_VERSIONS("s3:ListBucketVersions", Need.WITH_VERSIONS),
    /// To delete them.
    DELETE_VERSION("s3:DeleteObjectVersion", Need.WITH_VERSIONS),
    /// To upload to a bucket that encrypts with keys of AWS KMS.
    MAKE_KEY("kms:GenerateDataKey", Need.WITH_KEYS),
    /// To ask for checksums there.
    DECRYPT("kms:Decrypt", Need.WITH_KEYS);

    private final String action;
    private final Need need;

    /// When a permission is needed.
    public enum Need {
        /// In every bucket.
        ALWAYS,
        /// To say before a run what kind of bucket it is.
        TO_LOOK,
        /// To leave nothing in a bucket that keeps versions.
        WITH_VERSIONS,
        /// Where the bucket's keys are those of AWS KMS.
        WITH_KEYS
    }

    Permission(String action, Need need) {
        this.action = action;
        this.need = need;
    }

    /// Its name in a policy.
    public String action() {
        return action;
    }

    /// When it is needed.
    public Need need() {
        return need;
    }
}
