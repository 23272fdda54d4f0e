package dev.weft.machine;

import java.util.List;
import java.util.regex.Pattern;

/// Masks what looks like a secret in arguments of a program, so that they can be recorded: the
/// value of each `name=value` whose name holds a word such as key, token, secret or password, user
/// and password of a URL, and access keys of AWS.
public final class SecretMasker {
    /// What stands in the place of a secret.
    public static final String MASK = "***";

    private static final String WORDS =
            "key|token|secret|passw|pwd|passphrase|credential|auth|signature";

    /// A system property's value is all the rest of its argument.
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

    /// The arguments without their secrets.
    public static List<String> masked(List<String> arguments) {
        return arguments.stream().map(SecretMasker::masked).toList();
    }

    private static String masked(String argument) {
        String without = PROPERTY.matcher(argument).replaceAll("$1" + MASK);
        without = PAIR.matcher(without).replaceAll("$1" + MASK);
        without = USER_OF_URL.matcher(without).replaceAll(MASK + "@");
        return ACCESS_KEY.matcher(without).replaceAll(MASK);
    }
}
