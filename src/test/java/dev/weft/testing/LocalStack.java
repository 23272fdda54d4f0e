package dev.weft.testing;

import com.google.common.base.Suppliers;
import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.services.s3.S3Client;

/// LocalStack's S3: an S3 that weft's authors did not write. One for all tests of a JVM, in a
/// container, unless the environment names one that runs already.
public final class LocalStack {
    /// The version is the last one that needs no account.
    private static final String IMAGE = "localstack/localstack:4.14.0";

    /// Variable with the address of a running LocalStack.
    private static final String ENDPOINT = "WEFT_LOCALSTACK_ENDPOINT";

    static final Requirement REQUIREMENT =
            new Requirement(
                    "LocalStack",
                    "WEFT_REQUIRE_LOCALSTACK",
                    "install Docker, or name a running one by " + ENDPOINT);

    /// The container ends with the JVM, or with Testcontainers' own watcher.
    private static final Supplier<Search> SEARCH = Suppliers.memoize(LocalStack::search);

    private LocalStack() {}

    private sealed interface Search {
        record Found(URI endpoint, String region, Credentials credentials) implements Search {}

        record Failed(String reason) implements Search {}
    }

    /// It, as a target of uploads. Where it cannot be had, the test that asks is skipped and the
    /// reason printed; it fails instead where it is required.
    ///
    /// @param bucket is made
    public static Target target(String bucket) {
        Target target = server(bucket);
        try (S3Client client = ServerStore.client(target)) {
            client.createBucket(create -> create.bucket(bucket));
        }
        return target;
    }

    /// LocalStack, with a bucket that does not exist.
    public static Target server(String bucket) {
        return switch (SEARCH.get()) {
            case Search.Found(URI endpoint, String region, Credentials credentials) ->
                    new Target(
                            Target.Kind.CONFIGURED,
                            Optional.of(endpoint),
                            region,
                            bucket,
                            true,
                            credentials,
                            Optional.empty());
            case Search.Failed(String reason) -> throw REQUIREMENT.missing(reason);
        };
    }

    private static Search search() {
        String endpoint = System.getenv(ENDPOINT);
        if (endpoint != null) {
            return new Search.Found(URI.create(endpoint), "us-east-1", keys("test", "test"));
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return new Search.Failed("no Docker engine answers");
        }
        LocalStackContainer container = new LocalStackContainer(IMAGE).withServices("s3");
        try {
            container.start();
        } catch (ContainerFetchException e) {
            container.close();
            return new Search.Failed("the image " + IMAGE + " cannot be pulled: " + e.getMessage());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(container::close, "end of LocalStack"));
        return new Search.Found(
                container.getEndpoint(),
                container.getRegion(),
                keys(container.getAccessKey(), container.getSecretKey()));
    }

    private static Credentials keys(String id, String secret) {
        return new Credentials.Static(id, secret, Optional.empty());
    }
}
