package dev.weft.machine;

import java.util.List;
import java.util.regex.Pattern;

/// Masks probable secrets in command-line arguments before they are recorded.
///
/// Masks the value of each `name=value` whose name contains a word such as key, token, secret or
/// password. Also masks user and password of a URL, and access keys of AWS.
public final class SecretMasker {
    /// Replacement of a secret.
    public static final String MASK = "***";

    private static final String WORDS =
            "key|token|secret|passw|pwd|passphrase|credential|auth|signature";

    /// The value of a system property is the rest of its argument.
    private static final Pattern PROPERTY =
            Pattern.compile(
                    "^(-D[^=]*(?:" + WORDS + ")[^=]*=).*$",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern PAIR =
            Pattern.compile(
                    "([\\w.-]*(?:" + WORDS + ")[\\w.-]*=)[^,;&\\s]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern USER_OF_URL = Pattern.compile("(?<=://)[^/\\s]*@");

    private static final Pattern ACCESS_KEY = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b");

    private SecretMasker() {}

    /// Returns the arguments with secrets masked.
    public static List<String> masked(List<String> arguments) {
        return arguments.stream().map(SecretMasker::masked).toList();
    }

    private static String masked(String argument) {
        String masked = PROPERTY.matcher(argument).replaceAll("$1" + MASK);
        masked = PAIR.matcher(masked).replaceAll("$1" + MASK);
        masked = USER_OF_URL.matcher(masked).replaceAll(MASK + "@");
        return ACCESS_KEY.matcher(masked).replaceAll(MASK);
    }
}
