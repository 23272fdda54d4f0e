package dev.weft.cli;

import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options that say where to upload to. With neither an endpoint nor a bucket anywhere, weft
/// starts a server.
final class TargetOptions {
    private static final String DEFAULT_REGION = "us-east-1";

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "S3 server to upload to (AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL)")
    private Optional<String> endpoint = Optional.empty();

    @Option(
            names = "--bucket",
            paramLabel = "NAME",
            description = "bucket to upload to; it must exist (WEFT_BUCKET)")
    private Optional<String> bucket = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "region that requests are signed for (AWS_REGION; us-east-1)")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--path-style",
            negatable = true,
            description =
                    "bucket in the path of the URL, not in the host name (default: where there is an endpoint)")
    private Optional<Boolean> pathStyle = Optional.empty();

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "what the embedded server adds to each upload, such as 20ms (the default) or 1s")
    private Optional<Duration> latency = Optional.empty();

    /// The latency of the embedded server.
    Duration embeddedLatency() {
        return latency.orElse(Duration.ofMillis(20));
    }

    /// The configured target; empty where weft is to start its own server.
    Optional<Target> configured(Settings settings) throws UsageException {
        Optional<String> url =
                endpoint.or(() -> settings.value("AWS_ENDPOINT_URL_S3"))
                        .or(() -> settings.value("AWS_ENDPOINT_URL"));
        Optional<String> name = bucket.or(() -> settings.value("WEFT_BUCKET"));
        if (url.isEmpty() && name.isEmpty()) {
            return Optional.empty();
        }
        if (name.isEmpty()) {
            throw new UsageException(
                    "an endpoint is configured (%s) but no bucket; name one with --bucket or WEFT_BUCKET"
                            .formatted(url.orElse("")));
        }
        if (latency.isPresent()) {
            throw new UsageException(
                    "--latency is for the embedded server, but %s is configured; leave one of them out"
                            .formatted(
                                    url.map(u -> "the endpoint " + u)
                                            .orElse("the bucket " + name.get())));
        }
        Optional<URI> uri = url.isPresent() ? Optional.of(uri(url.get())) : Optional.empty();
        return Optional.of(
                new Target(
                        Target.Kind.CONFIGURED,
                        uri,
                        region.or(() -> settings.value("AWS_REGION"))
                                .or(() -> settings.value("AWS_DEFAULT_REGION"))
                                .orElse(DEFAULT_REGION),
                        name.get(),
                        pathStyle.orElse(uri.isPresent()),
                        credentials(settings),
                        Optional.empty()));
    }

    private static URI uri(String url) throws UsageException {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // The sentence below says it better.
        }
        throw new UsageException(
                "the endpoint %s is no URL such as http://127.0.0.1:9000; correct --endpoint or AWS_ENDPOINT_URL_S3"
                        .formatted(url));
    }

    private static Credentials credentials(Settings settings) {
        Optional<String> id = settings.value("AWS_ACCESS_KEY_ID");
        Optional<String> secret = settings.value("AWS_SECRET_ACCESS_KEY");
        return id.isPresent() && secret.isPresent()
                ? new Credentials.Static(
                        id.get(), secret.get(), settings.value("AWS_SESSION_TOKEN"))
                : new Credentials.Chain(settings.value("AWS_PROFILE"));
    }
}
