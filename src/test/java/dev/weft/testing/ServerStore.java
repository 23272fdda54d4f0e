package dev.weft.testing;

import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import dev.weft.store.BlockingUploads;
import dev.weft.store.NonBlockingUploads;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// A server that weft's clients write to and another client reads.
public final class ServerStore implements StoreUnderTest {
    private final String bucket;
    private final BlockingUploads blocking;
    private final NonBlockingUploads nonBlocking;
    private final S3Client client;
    private final AtomicInteger prefixes = new AtomicInteger();

    /// Builds the clients.
    ///
    /// @param connections of each of them, at most
    public ServerStore(Target target, int connections) {
        FairnessContract contract = FairnessContract.standard(connections);
        this.bucket = target.bucket();
        this.blocking = new BlockingUploads(target, contract);
        this.nonBlocking = new NonBlockingUploads(target, contract);
        this.client = client(target);
    }

    /// A client that none of weft's settings reach.
    public static S3Client client(Target target) {
        return S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder())
                .endpointOverride(target.endpoint().orElseThrow())
                .region(Region.of(target.region()))
                .forcePathStyle(target.pathStyle())
                .credentialsProvider(provider(target.credentials()))
                .build();
    }

    private static AwsCredentialsProvider provider(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Static(var id, var secret, _) ->
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
            case Credentials.Chain _ -> DefaultCredentialsProvider.builder().build();
        };
    }

    @Override
    public String newPrefix() {
        return "weft/test/%d/".formatted(prefixes.incrementAndGet());
    }

    @Override
    public Workloads below(String prefix) {
        return new Workloads(blocking.below(prefix), nonBlocking.below(prefix));
    }

    @Override
    public Map<String, String> objects(String prefix) {
        Map<String, String> objects = new TreeMap<>();
        client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                .contents()
                .forEach(object -> objects.put(object.key(), bytes(object.key())));
        return objects;
    }

    private String bytes(String key) {
        return HexFormat.of()
                .formatHex(
                        client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
    }

    @Override
    public void close() {
        blocking.close();
        // Netty rests for two seconds before it ends; no test has to wait for that.
        Thread.ofVirtual().start(nonBlocking::close);
        client.close();
    }
}
