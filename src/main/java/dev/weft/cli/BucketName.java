package dev.weft.cli;

import dev.weft.session.UsageException;
import java.util.regex.Pattern;

/// Rules for the names of buckets. Other servers than Amazon S3 accept any name that fits into a
/// host name or a path.
enum BucketName {
    /// A bucket of Amazon S3.
    AMAZON(
            "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
            "3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends"),
    /// A bucket in the host name of another server.
    IN_HOST(
            "[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?",
            "1 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends"),
    /// A bucket in the path of another server.
    IN_PATH(
            "[A-Za-z0-9_][A-Za-z0-9._-]{0,254}",
            "1 to 255 letters, digits, dots, hyphens and underscores, with a letter, digit or underscore at its beginning");

    private final Pattern form;
    private final String words;

    BucketName(String form, String words) {
        this.form = Pattern.compile(form);
        this.words = words;
    }

    /// Rejects a text that is neither the name of a bucket nor the ARN of an access point.
    ///
    /// @param elsewhere whether the server is not Amazon S3
    /// @param inPath whether the bucket is in the path of the URL
    static void check(String name, boolean elsewhere, boolean inPath) throws UsageException {
        BucketName rule = !elsewhere ? AMAZON : inPath ? IN_PATH : IN_HOST;
        if (!rule.form.matcher(name).matches() && !name.startsWith("arn:")) {
            throw new UsageException(
                    "'%s' is no name of a bucket: %s; correct --bucket or WEFT_BUCKET"
                            .formatted(name, rule.words));
        }
    }
}
