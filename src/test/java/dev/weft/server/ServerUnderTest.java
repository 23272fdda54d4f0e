package dev.weft.server;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// A server on a free port with one bucket, and clients for it.
final class ServerUnderTest implements AutoCloseable {
    static final String BUCKET = "weft-test";

    private final ServerSettings settings;
    private final EmbeddedServer server;

    private ServerUnderTest(ServerSettings settings, EmbeddedServer server) {
        this.settings = settings;
        this.server = server;
    }

    static ServerUnderTest start(Path folder) throws ServerStartException {
        return start(ServerSettings.onLoopback(BUCKET, folder));
    }

    static ServerUnderTest start(ServerSettings settings) throws ServerStartException {
        return start(settings, UnaryOperator.identity());
    }

    static ServerUnderTest start(ServerSettings settings, UnaryOperator<BlobStore> around)
            throws ServerStartException {
        return new ServerUnderTest(settings, EmbeddedServer.start(settings, around));
    }

    URI endpoint() {
        return server.endpoint();
    }

    /// A client on Apache 5 that sends no checksum of its own and never tries again.
    S3Client client() {
        return clientBuilder().build();
    }

    /// The same, to be changed.
    S3ClientBuilder clientBuilder() {
        return clientAs(settings.credentials());
    }

    S3ClientBuilder clientAs(ServerCredentials credentials) {
        return S3Client.builder()
                .endpointOverride(endpoint())
                .region(Region.of(EmbeddedServer.REGION))
                .forcePathStyle(true)
                .credentialsProvider(provider(credentials))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .overrideConfiguration(all -> all.retryStrategy(retry -> retry.maxAttempts(1)))
                .httpClientBuilder(Apache5HttpClient.builder());
    }

    /// The same on Netty, with as many connections.
    S3AsyncClientBuilder asyncClient(int connections) {
        return asyncClientAs(settings.credentials(), connections);
    }

    S3AsyncClientBuilder asyncClientAs(ServerCredentials credentials, int connections) {
        return S3AsyncClient.builder()
                .endpointOverride(endpoint())
                .region(Region.of(EmbeddedServer.REGION))
                .forcePathStyle(true)
                .credentialsProvider(provider(credentials))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .overrideConfiguration(all -> all.retryStrategy(retry -> retry.maxAttempts(1)))
                .httpClientBuilder(
                        NettyNioAsyncHttpClient.builder()
                                .maxConcurrency(connections)
                                .maxPendingConnectionAcquires(connections * 10));
    }

    /// A URL that takes an object with that CRC-32 for an hour.
    URL presignedPut(String key, String crc32) {
        try (S3Presigner presigner =
                S3Presigner.builder()
                        .endpointOverride(endpoint())
                        .region(Region.of(EmbeddedServer.REGION))
                        .credentialsProvider(provider(settings.credentials()))
                        .serviceConfiguration(
                                S3Configuration.builder().pathStyleAccessEnabled(true).build())
                        .build()) {
            return presigner
                    .presignPutObject(
                            request ->
                                    request.signatureDuration(Duration.ofHours(1))
                                            .putObjectRequest(
                                                    put ->
                                                            put.bucket(BUCKET)
                                                                    .key(key)
                                                                    .checksumCRC32(crc32)))
                    .url();
        }
    }

    private static StaticCredentialsProvider provider(ServerCredentials credentials) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                        credentials.accessKeyId(), credentials.secretAccessKey()));
    }

    @Override
    public void close() {
        server.close();
    }
}
