package dev.weft.store;

import dev.weft.plan.Checksum;
import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/// Presigns uploads for HTTP clients outside the SDK, with the target, keys, checksum and proxy of
/// other uploads. Safe to use from any thread.
public final class PresignedPuts implements AutoCloseable {
    /// Longest time of one upload, because each URL is signed right before its use.
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final S3Presigner presigner;
    private final Target target;
    private final Checksum checksum;
    private final ProxyRoute proxy;
    private final Optional<SSLSocketFactory> sockets;

    /// Creates a signer for a target.
    public PresignedPuts(Target target, Checksum checksum) {
        this.target = target;
        this.checksum = checksum;
        this.proxy = ProxyRoute.to(target);
        this.sockets = CertificateAuthorities.sockets(target);
        S3Presigner.Builder builder =
                S3Presigner.builder()
                        .region(Region.of(target.region()))
                        .credentialsProvider(Clients.provider(target.credentials()))
                        .serviceConfiguration(
                                S3Configuration.builder()
                                        .pathStyleAccessEnabled(target.pathStyle())
                                        .chunkedEncodingEnabled(false)
                                        .build());
        if (target.credentials() instanceof Credentials.Static) {
            // By default the presigner reads the user's profiles, whose errors must not affect
            // given keys.
            builder.dualstackEnabled(false).fipsEnabled(false);
        }
        target.endpoint().ifPresent(builder::endpointOverride);
        this.presigner = builder.build();
    }

    /// Signs one upload.
    ///
    /// @param crc32 CRC-32 of the content
    /// @throws StoreException if no credentials are found
    public SignedPut sign(String key, long crc32) throws StoreException {
        PutObjectRequest.Builder put =
                PutObjectRequest.builder()
                        .bucket(target.bucket())
                        .key(key)
                        .contentType("application/octet-stream");
        switch (checksum) {
            case CRC32 -> put.checksumCRC32(PutRequests.base64(crc32));
            case NONE -> {}
        }
        try {
            PresignedPutObjectRequest signed =
                    presigner.presignPutObject(
                            request ->
                                    request.signatureDuration(VALIDITY)
                                            .putObjectRequest(put.build()));
            URI url = URI.create(signed.url().toString());
            return new SignedPut(url, headers(signed), proxy.jdk(url));
        } catch (SdkException e) {
            throw StoreErrorText.explain(e, target);
        }
    }

    private static Map<String, String> headers(PresignedPutObjectRequest signed) {
        Map<String, String> headers = new HashMap<>();
        signed.signedHeaders()
                .forEach(
                        (String name, List<String> values) ->
                                headers.put(
                                        name.toLowerCase(Locale.ROOT), String.join(",", values)));
        headers.remove("host");
        return headers;
    }

    /// Socket factory for TLS connections; empty if the JDK's own suffices.
    public Optional<SSLSocketFactory> sockets() {
        return sockets;
    }

    /// Description of the target for messages.
    public String where() {
        return StoreErrorText.where(target);
    }

    @Override
    public void close() {
        presigner.close();
    }
}
