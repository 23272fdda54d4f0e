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

/// An upload with no other headers or parameters than weft's clients send. Its signature is in the
/// header, or in the URL for the neutral client.
///
/// @param path path of the URL as sent and signed
/// @param query query of the URL as sent; an empty text for none
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

    /// Reads the request without its body.
    ///
    /// @return empty if the request may mean more than its bytes and its key
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

    /// Returns the key of a path. S3Proxy reads a plus as a space, and reserves keys that start
    /// with a dot.
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

    /// Returns the received CRC-32 in base 64; null for none.
    @Nullable String crc32() {
        return headers.get(CRC32);
    }

    /// Returns the request in the form of the store.
    PutObjectRequest request() {
        String crc32 = crc32();
        PutObjectRequest.Builder request =
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(key)
                        .contentLength(contentLength)
                        .contentType(headers.get(HttpHeader.CONTENT_TYPE));
        if (crc32 != null) {
            // S3Proxy reads an object's checksum from there.
            request.checksumCRC32(crc32).metadata(Map.of(FlexChecksum.CRC32.metadataKey(), crc32));
        }
        return request.build();
    }
}
