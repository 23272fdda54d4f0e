package dev.weft.server;

import java.security.SecureRandom;
import java.util.Objects;

/// The only credentials that an embedded server accepts. Never prints the secret.
///
/// @param accessKeyId public part
/// @param secretAccessKey secret part
public record ServerCredentials(String accessKeyId, String secretAccessKey) {
    private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String SECRET_ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public ServerCredentials {
        Objects.requireNonNull(accessKeyId);
        Objects.requireNonNull(secretAccessKey);
        if (accessKeyId.isBlank() || secretAccessKey.isBlank()) {
            throw new IllegalArgumentException(
                    "the access key id and the secret access key must not be blank");
        }
    }

    /// Creates credentials in the form of Amazon's: `AKIA` and 16 more characters, and a secret of
    /// 40 characters (240 random bits).
    public static ServerCredentials random() {
        SecureRandom random = new SecureRandom();
        return new ServerCredentials(
                "AKIA" + characters(random, ID_ALPHABET, 16),
                characters(random, SECRET_ALPHABET, 40));
    }

    private static String characters(SecureRandom random, String alphabet, int count) {
        StringBuilder characters = new StringBuilder(count);
        random.ints(count, 0, alphabet.length())
                .forEach(index -> characters.append(alphabet.charAt(index)));
        return characters.toString();
    }

    @Override
    public String toString() {
        return "ServerCredentials[" + accessKeyId + ", hidden]";
    }
}
