package dev.weft.doctor;

import dev.weft.machine.SecretMasker;
import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import dev.weft.store.S3Bucket;
import dev.weft.store.Sdk;
import dev.weft.store.StoreException;
import dev.weft.store.WriteCheck;
import dev.weft.text.BucketDescription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks of the upload target.
public record TargetFindings(Target target, InstantSource clock) {
    /// Largest clock difference that Amazon S3 accepts.
    private static final Duration FATAL_SKEW = Duration.ofMinutes(15);

    private static final Duration SMALL_SKEW = Duration.ofMinutes(1);

    private static final int CONNECTIONS = 1;

    /// Checks the configuration without a request to the server.
    ///
    /// @param environment variables that the target was configured with
    public List<Finding> configuration(Map<String, String> environment) {
        return List.of(
                Finding.ok("endpoint", target.endpoint().map(URI::toString).orElse("Amazon S3")),
                Finding.ok("region", target.region()),
                Finding.ok("bucket", target.bucket()),
                credentials(environment),
                proxy(environment));
    }

    private Finding credentials(Map<String, String> environment) {
        String source =
                switch (target.credentials()) {
                    case Credentials.Static keys ->
                            "keys of "
                                    + (keys.accessKeyId()
                                                    .equals(environment.get("AWS_ACCESS_KEY_ID"))
                                            ? "the environment"
                                            : ".env");
                    case Credentials.Chain(Optional<String> profile) ->
                            profile.map(name -> "profile " + name)
                                    .orElse(
                                            "the SDK's chain (web identity, ~/.aws, container, instance)");
                };
        return Sdk.finds(target.credentials())
                ? Finding.ok("credentials", source)
                : Finding.failure(
                        "credentials",
                        source
                                + " has none that can be used; set AWS_PROFILE or keys, and log in with aws sso login where the profile is one of SSO");
    }

    /// Checks the proxy variables in the order in which the SDK reads them.
    private static Finding proxy(Map<String, String> environment) {
        List<String> set =
                Stream.of(
                                "https_proxy",
                                "HTTPS_PROXY",
                                "http_proxy",
                                "HTTP_PROXY",
                                "no_proxy",
                                "NO_PROXY")
                        .filter(environment::containsKey)
                        .map(name -> name + "=" + withoutUser(environment.getOrDefault(name, "")))
                        .toList();
        return Finding.ok(
                "proxy", set.isEmpty() ? "none" : String.join(", ", SecretMasker.masked(set)));
    }

    /// Removes user and password. A proxy may have no scheme, so it need not be a URL.
    private static String withoutUser(String proxy) {
        return proxy.replaceFirst("^(.*://)?.*@", "$1" + SecretMasker.MASK + "@");
    }

    /// Findings about a bucket.
    ///
    /// @param locks whether written objects could not be deleted
    public record Answer(List<Finding> lines, boolean locks) {
        public Answer {
            lines = List.copyOf(lines);
        }
    }

    /// Checks the access to the bucket and its properties.
    public Answer answer() {
        try (S3Bucket bucket = new S3Bucket(target, FairnessContract.standard(CONNECTIONS))) {
            List<Finding> lines = new ArrayList<>();
            Optional<Instant> theirs = bucket.serverTime();
            lines.add(Finding.ok("answer", "the bucket is there and can be listed"));
            lines.add(clock(theirs));
            BucketDescription text = new BucketDescription(target.bucket(), bucket.traits());
            text.sentences()
                    .forEach(
                            sentence ->
                                    lines.add(
                                            Finding.warning(
                                                    "kind", sentence, "see docs/real-bucket.md")));
            text.unknown()
                    .ifPresent(
                            sentence ->
                                    lines.add(
                                            Finding.warning(
                                                    "kind", sentence, "see docs/real-bucket.md")));
            return new Answer(lines, text.locks());
        } catch (StoreException e) {
            return new Answer(
                    List.of(Finding.failure("answer", String.valueOf(e.getMessage()))), false);
        }
    }

    private Finding clock(Optional<Instant> theirs) {
        if (theirs.isEmpty()) {
            return Finding.ok("clock", "the server does not report its time");
        }
        Duration off = Duration.between(theirs.get(), clock.instant()).abs();
        String seen = "%d s off the server's".formatted(off.toSeconds());
        if (off.compareTo(FATAL_SKEW) > 0) {
            return Finding.failure("clock", seen + "; set this machine's clock by NTP");
        }
        return off.compareTo(SMALL_SKEW) > 0
                ? Finding.warning("clock", seen, "set this machine's clock by NTP")
                : Finding.ok("clock", seen);
    }

    /// Tests every request of a run.
    ///
    /// @param prefix unused key prefix, with a slash at its end
    public List<Finding> writeCheck(String prefix) {
        try (WriteCheck check = new WriteCheck(target, FairnessContract.standard(CONNECTIONS))) {
            return check.below(prefix).stream().map(TargetFindings::line).toList();
        }
    }

    private static Finding line(WriteCheck.Step step) {
        String action = step.permission().action();
        return switch (step.outcome()) {
            case WriteCheck.Outcome.Done _ ->
                    Finding.ok("write", "%s (%s)".formatted(step.request(), action));
            case WriteCheck.Outcome.Denied(String why) ->
                    Finding.failure(
                            "write",
                            "%s was refused (%s); allow %s".formatted(step.request(), why, action));
            case WriteCheck.Outcome.Broken(String why) ->
                    Finding.failure(
                            "write",
                            "%s did not work (%s); ask who runs the server"
                                    .formatted(step.request(), why));
        };
    }
}
