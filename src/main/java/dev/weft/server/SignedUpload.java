package dev.weft.server;

import com.google.common.base.Strings;
import dev.weft.plan.FairnessContract;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gaul.s3proxy.checksum.FlexChecksum;
import org.gaul.shaded.org.eclipse.jetty.http.HttpField;
import org.gaul.shaded.org.eclipse.jetty.http.HttpFields;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// An upload that has no headers or parameters but those that weft's clients send: signed in its
/// header, or in its URL as the neutral client's are.
///
/// @param path of its URL, as it was sent and signed
/// @param query of its URL, as it was sent; no character for none
record SignedUpload(
        HttpFields headers,
        String path,
        String query,
        String bucket,
        String key,
        long contentLength) {
    private static final String CRC32 = FlexChecksum.CRC32.header();
    private static final int CRC32_CHARACTERS = 8;

    private static final Set<String> HEADERS =
            Set.of(
                    "accept",
                    "amz-sdk-invocation-id",
                    "amz-sdk-request",
                    "authorization",
                    "connection",
                    "content-length",
                    "content-type",
                    "host",
                    "user-agent",
                    CRC32,
                    "x-amz-content-sha256",
                    "x-amz-date");

    /// Reads a request, and nothing of its body.
    ///
    /// @return empty where the request may mean more than its bytes and its key
    static Optional<SignedUpload> of(Request request) {
        HttpFields headers = request.getHeaders();
        String path = request.getHttpURI().getPath();
        String query = Strings.nullToEmpty(request.getHttpURI().getQuery());
        int slash = path == null ? -1 : path.indexOf('/', 1);
        long length = headers.getLongField(HttpHeader.CONTENT_LENGTH);
        if (path == null
                || slash < 0
                || !request.getMethod().equals("PUT")
                || length < 0
                || !isPlain(headers, query.isEmpty())) {
            return Optional.empty();
        }
        String bucket = path.substring(1, slash);
        return key(path.substring(slash + 1))
                .map(key -> new SignedUpload(headers, path, query, bucket, key, length));
    }

    private static boolean isPlain(HttpFields headers, boolean signedInHeader) {
        Set<String> seen = new HashSet<>();
        for (HttpField field : headers) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            if (!HEADERS.contains(name) || !seen.add(name)) {
                return false;
            }
        }
        String crc32 = headers.get(CRC32);
        boolean unsignedPayload =
                signedInHeader
                        ? FairnessContract.PAYLOAD_SIGNING.equals(
                                headers.get("x-amz-content-sha256"))
                        : !seen.contains("authorization")
                                && !seen.contains("x-amz-content-sha256")
                                && !seen.contains("x-amz-date");
        return unsignedPayload && (crc32 == null || crc32.length() == CRC32_CHARACTERS);
    }

    /// S3Proxy reads a plus as a space, and keeps keys that begin with a dot for itself.
    private static Optional<String> key(String path) {
        if (path.isEmpty() || path.startsWith(".") || path.indexOf('+') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(URLDecoder.decode(path, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The CRC-32 that was sent, in base 64; null for none.
    @Nullable String crc32() {
        return headers.get(CRC32);
    }

    /// The same for a store.
    PutObjectRequest request() {
        String crc32 = crc32();
        PutObjectRequest.Builder request =
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(key)
                        .contentLength(contentLength)
                        .contentType(headers.get(HttpHeader.CONTENT_TYPE));
        if (crc32 != null) {
            // S3Proxy finds there what it shows of an object's checksum.
            request.checksumCRC32(crc32).metadata(Map.of(FlexChecksum.CRC32.metadataKey(), crc32));
        }
        return request.build();
    }
}
