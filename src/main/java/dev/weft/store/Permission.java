package dev.weft.store;

/// The IAM actions that weft needs in a bucket of its user.
public enum Permission {
    /// Checks access, verifies a pass and finds the objects to delete.
    LIST("s3:ListBucket", Need.ALWAYS),
    /// Uploads objects.
    PUT("s3:PutObject", Need.ALWAYS),
    /// Reads checksums and contents in a verification.
    GET("s3:GetObject", Need.ALWAYS),
    /// Deletes uploaded objects.
    DELETE("s3:DeleteObject", Need.ALWAYS),
    /// Reads whether the bucket has versioning.
    SEE_VERSIONING("s3:GetBucketVersioning", Need.TO_LOOK),
    /// Reads the encryption of the bucket.
    SEE_ENCRYPTION("s3:GetEncryptionConfiguration", Need.TO_LOOK),
    /// Reads whether the bucket locks objects.
    SEE_LOCK("s3:GetBucketObjectLockConfiguration", Need.TO_LOOK),
    /// Finds the versions of uploaded objects.
    LIST_VERSIONS("s3:ListBucketVersions", Need.WITH_VERSIONS),
    /// Deletes the versions of uploaded objects.
    DELETE_VERSION("s3:DeleteObjectVersion", Need.WITH_VERSIONS),
    /// Uploads to a bucket that encrypts with keys of AWS KMS.
    MAKE_KEY("kms:GenerateDataKey", Need.WITH_KEYS),
    /// Reads checksums and contents in such a bucket.
    DECRYPT("kms:Decrypt", Need.WITH_KEYS);

    private final String action;
    private final Need need;

    /// The condition under which an action is needed.
    public enum Need {
        /// In every bucket.
        ALWAYS,
        /// To report the properties of the bucket before a run.
        TO_LOOK,
        /// To leave no versions in a bucket with versioning.
        WITH_VERSIONS,
        /// In a bucket that encrypts with keys of AWS KMS.
        WITH_KEYS
    }

    Permission(String action, Need need) {
        this.action = action;
        this.need = need;
    }

    /// Name of the action in an IAM policy.
    public String action() {
        return action;
    }

    /// Condition under which the action is needed.
    public Need need() {
        return need;
    }
}
