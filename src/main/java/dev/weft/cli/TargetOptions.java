package dev.weft.cli;

import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import dev.weft.session.UsageException;
import dev.weft.store.CertificateAuthorities;
import dev.weft.store.Sdk;
import dev.weft.store.StoreException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Options that select the upload target. Without an endpoint and a bucket, weft starts an embedded
/// server.
final class TargetOptions {
    private static final String DEFAULT_REGION = "us-east-1";

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "the S3 server (AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL)")
    private Optional<String> endpoint = Optional.empty();

    @Option(
            names = "--bucket",
            paramLabel = "NAME",
            description = "the bucket, which must exist (WEFT_BUCKET)")
    private Optional<String> bucket = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "region that requests are signed for (AWS_REGION; default: us-east-1)")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--path-style",
            negatable = true,
            description =
                    "bucket in the path of the URL, not in the host name (default: where there is an endpoint)")
    private Optional<Boolean> pathStyle = Optional.empty();

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description =
                    "certificates in PEM form of authorities to trust beside the usual ones (AWS_CA_BUNDLE)")
    private Optional<Path> caFile = Optional.empty();

    /// Returns the configured target; empty for the embedded server.
    ///
    /// @param folder base of relative paths
    Optional<Target> configured(EnvironmentSettings settings, Path folder) throws UsageException {
        Optional<String> url =
                endpoint.or(() -> settings.value("AWS_ENDPOINT_URL_S3"))
                        .or(() -> settings.value("AWS_ENDPOINT_URL"));
        Optional<String> name = bucket.or(() -> settings.value("WEFT_BUCKET"));
        if (url.isEmpty() && name.isEmpty()) {
            if (caFile.isPresent()) {
                throw new UsageException(
                        "--ca-file is for a server of your own; name one with --endpoint or --bucket");
            }
            return Optional.empty();
        }
        Optional<URI> uri = url.isPresent() ? Optional.of(uri(url.get())) : Optional.empty();
        if (name.isEmpty()) {
            throw new UsageException(
                    "an endpoint is configured (%s) but no bucket; name one with --bucket or WEFT_BUCKET"
                            .formatted(url.orElse("")));
        }
        boolean usesPathStyle = pathStyle.orElse(uri.isPresent());
        BucketName.check(name.get(), uri.isPresent(), usesPathStyle);
        Credentials credentials = credentials(settings);
        Target target =
                new Target(
                        Target.Kind.CONFIGURED,
                        uri,
                        region.or(() -> settings.value("AWS_REGION"))
                                .or(() -> settings.value("AWS_DEFAULT_REGION"))
                                .or(() -> regionOf(credentials))
                                .orElse(DEFAULT_REGION),
                        name.get(),
                        usesPathStyle,
                        credentials,
                        Optional.empty());
        Optional<Path> authorities = authorities(settings, folder);
        return Optional.of(authorities.map(target::withCaFile).orElse(target));
    }

    private Optional<Path> authorities(EnvironmentSettings settings, Path folder)
            throws UsageException {
        Optional<Path> file =
                caFile.or(() -> settings.value("AWS_CA_BUNDLE").map(Path::of))
                        .map(path -> folder.resolve(path).toAbsolutePath());
        if (file.isPresent()) {
            try {
                CertificateAuthorities.check(file.get());
            } catch (StoreException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        }
        return file;
    }

    private static URI uri(String url) throws UsageException {
        Optional<URI> uri = parsed(url);
        if (uri.flatMap(parts -> Optional.ofNullable(parts.getRawUserInfo())).isPresent()
                || url.indexOf('@') >= 0) {
            throw new UsageException(
                    "the endpoint holds keys, which would be printed; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead");
        }
        return uri.filter(TargetOptions::isServerUrl)
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "the endpoint %s is no URL such as http://127.0.0.1:9000; correct --endpoint or AWS_ENDPOINT_URL_S3"
                                                .formatted(url)));
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isServerUrl(URI uri) {
        return uri.getHost() != null
                && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    /// Takes all credentials from the first layer that has any, because a key id and a secret of
    /// two layers do not match.
    private static Credentials credentials(EnvironmentSettings settings) {
        return settings.layers().stream()
                .flatMap(layer -> credentials(layer).stream())
                .findFirst()
                .orElse(new Credentials.Chain(Optional.empty()));
    }

    private static Optional<Credentials> credentials(Map<String, String> layer) {
        String id = layer.get("AWS_ACCESS_KEY_ID");
        String secret = layer.get("AWS_SECRET_ACCESS_KEY");
        if (id != null && secret != null) {
            return Optional.of(
                    new Credentials.Static(
                            id, secret, Optional.ofNullable(layer.get("AWS_SESSION_TOKEN"))));
        }
        return Optional.ofNullable(layer.get("AWS_PROFILE"))
                .map(profile -> new Credentials.Chain(Optional.of(profile)));
    }

    private static Optional<String> regionOf(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Static _ -> Optional.empty();
            case Credentials.Chain(Optional<String> profile) -> Sdk.regionOfProfile(profile);
        };
    }
}
