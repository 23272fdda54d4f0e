package dev.weft.server;

import com.google.common.base.Joiner;
import com.google.common.base.Strings;
import dev.weft.plan.FairnessContract;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Checks version 4 signatures of uploads with unsigned payload, in the header or in the URL.
///
/// Source: *Authenticating Requests (AWS Signature Version 4)* in Amazon's reference of S3.
final class SignatureCheck {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String HMAC = "HmacSHA256";
    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    ALGORITHM
                            + " Credential=([^/,\\s]+)/((\\d{8})/([^/,\\s]+)/s3/aws4_request),"
                            + " SignedHeaders=([^,\\s]+), Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);
    private static final Duration MOST_SKEW = Duration.ofMinutes(15);
    private static final String SIGNATURE = "X-Amz-Signature";
    private static final Set<String> PARAMETERS =
            Set.of(
                    "X-Amz-Algorithm",
                    "X-Amz-Credential",
                    "X-Amz-Date",
                    "X-Amz-Expires",
                    SIGNATURE,
                    "X-Amz-SignedHeaders");

    private final ServerCredentials credentials;
    private final InstantSource clock;
    private volatile @Nullable Scoped last;

    /// The signature of an upload and its parameters.
    ///
    /// @param authorization value in the form of the `Authorization` header
    /// @param query signed part of the URL's query, in canonical form
    /// @param life validity of the signature
    private record Claim(String authorization, String time, String query, Duration life) {}

    /// A message authentication code with the key of one scope, to be cloned.
    private record Scoped(String scope, Mac mac) {}

    SignatureCheck(ServerCredentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /// Returns whether an upload is certainly signed with the server's credentials. Returns false
    /// for a signature in an unusual form.
    boolean passes(SignedUpload upload) throws GeneralSecurityException {
        Optional<Claim> claim = claim(upload);
        return claim.isPresent() && holds(claim.get(), upload);
    }

    private static Optional<Claim> claim(SignedUpload upload) {
        if (!upload.query().isEmpty()) {
            return presigned(upload.query());
        }
        return Optional.of(
                new Claim(
                        Strings.nullToEmpty(upload.headers().get("Authorization")),
                        Strings.nullToEmpty(upload.headers().get("x-amz-date")),
                        "",
                        MOST_SKEW));
    }

    private static Optional<Claim> presigned(String query) {
        SortedMap<String, String> parameters = new TreeMap<>();
        for (String parameter : query.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            parameters.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        if (!parameters.keySet().equals(PARAMETERS)) {
            return Optional.empty();
        }
        String signature = parameters.remove(SIGNATURE);
        try {
            return Optional.of(
                    new Claim(
                            "%s Credential=%s, SignedHeaders=%s, Signature=%s"
                                    .formatted(
                                            parameters.get("X-Amz-Algorithm"),
                                            decoded(parameters.get("X-Amz-Credential")),
                                            decoded(parameters.get("X-Amz-SignedHeaders")),
                                            signature),
                            Strings.nullToEmpty(parameters.get("X-Amz-Date")),
                            Joiner.on('&').withKeyValueSeparator('=').join(parameters),
                            Duration.ofSeconds(Integer.parseInt(parameters.get("X-Amz-Expires")))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(@Nullable String value) {
        return URLDecoder.decode(Strings.nullToEmpty(value), StandardCharsets.UTF_8);
    }

    private boolean holds(Claim claim, SignedUpload upload) throws GeneralSecurityException {
        String time = claim.time();
        Matcher parts = AUTHORIZATION.matcher(claim.authorization());
        if (!parts.matches()
                || !parts.group(1).equals(credentials.accessKeyId())
                || !time.startsWith(parts.group(3))
                || !isAlive(time, claim.life())) {
            return false;
        }
        String scope = parts.group(2);
        String text =
                ALGORITHM
                        + '\n'
                        + time
                        + '\n'
                        + scope
                        + '\n'
                        + hash(canonical(upload, claim.query(), parts.group(5)));
        byte[] expected = mac(scope, parts.group(3), parts.group(4)).doFinal(bytes(text));
        return MessageDigest.isEqual(expected, HexFormat.of().parseHex(parts.group(6)));
    }

    private boolean isAlive(String time, Duration life) {
        try {
            Duration age = Duration.between(TIME.parse(time, Instant::from), clock.instant());
            return age.compareTo(life) <= 0 && age.negated().compareTo(MOST_SKEW) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String canonical(SignedUpload upload, String query, String signedHeaders) {
        StringBuilder text = new StringBuilder(512);
        text.append("PUT\n").append(upload.path()).append('\n').append(query).append('\n');
        for (String name : signedHeaders.split(";", -1)) {
            text.append(name).append(':').append(upload.headers().get(name)).append('\n');
        }
        return text.append('\n')
                .append(signedHeaders)
                .append('\n')
                .append(FairnessContract.PAYLOAD_SIGNING)
                .toString();
    }

    private static String hash(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    }

    /// Caches the key of a scope. Its derivation takes longer than the rest, and all uploads of a
    /// day share it.
    private Mac mac(String scope, String day, String region) throws GeneralSecurityException {
        Scoped known = last;
        if (known == null || !known.scope().equals(scope)) {
            byte[] key = bytes("AWS4" + credentials.secretAccessKey());
            for (String part : new String[] {day, region, "s3", "aws4_request"}) {
                key = keyed(key).doFinal(bytes(part));
            }
            known = new Scoped(scope, keyed(key));
            last = known;
        }
        try {
            return (Mac) known.mac().clone();
        } catch (CloneNotSupportedException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static Mac keyed(byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(key, HMAC));
        return mac;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
