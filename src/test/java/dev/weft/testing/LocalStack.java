package dev.weft.testing;

import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.localstack.LocalStackContainer;

/// LocalStack's S3 in a container of its own: an S3 that weft's authors did not write.
///
/// The version is the last one that needs no account.
public final class LocalStack implements AutoCloseable {
    private static final String IMAGE = "localstack/localstack:4.14.0";
    private static final String REQUIRED = "WEFT_REQUIRE_LOCALSTACK";

    private final LocalStackContainer container;

    private LocalStack(LocalStackContainer container) {
        this.container = container;
    }

    /// Starts it. Where no Docker engine answers, or the image cannot be had, the test that asks is
    /// skipped and the reason printed; with `WEFT_REQUIRE_LOCALSTACK=true` it fails instead.
    public static LocalStack start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw unavailable("no Docker engine answers");
        }
        LocalStackContainer container = new LocalStackContainer(IMAGE).withServices("s3");
        try {
            container.start();
        } catch (ContainerFetchException e) {
            container.close();
            throw unavailable("the image " + IMAGE + " cannot be pulled: " + e.getMessage());
        }
        return new LocalStack(container);
    }

    /// It, as a target of uploads.
    ///
    /// @param bucket a bucket that the test has made
    public Target target(String bucket) {
        return new Target(
                Target.Kind.CONFIGURED,
                Optional.of(container.getEndpoint()),
                container.getRegion(),
                bucket,
                true,
                new Credentials.Static(
                        container.getAccessKey(), container.getSecretKey(), Optional.empty()),
                Optional.empty());
    }

    @Override
    public void close() {
        container.close();
    }

    private static RuntimeException unavailable(String reason) {
        String message = "LocalStack is not available: " + reason;
        if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
            return new IllegalStateException(message + ", and " + REQUIRED + "=true asks for it");
        }
        System.out.println("SKIPPED: " + message);
        return Assumptions.abort(message);
    }
}
