package dev.weft.store;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.HttpStatusCode;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Tests the permissions of `weft run` in a bucket with one small object, and deletes the object
/// afterwards.
public final class WriteCheck implements AutoCloseable {
    private static final byte[] BODY =
            "weft doctor was here, and may be deleted".getBytes(StandardCharsets.UTF_8);

    private final S3Client client;
    private final Target target;
    private final List<Step> steps = new ArrayList<>();

    /// One request of the test.
    ///
    /// @param request name of the request, such as `HEAD`
    public record Step(Permission permission, String request, Outcome outcome) {}

    /// Outcome of a request.
    public sealed interface Outcome {
        /// The request succeeded.
        record Done() implements Outcome {}

        /// The server denied the request with HTTP 403.
        record Denied(String why) implements Outcome {}

        /// The request failed for another reason.
        record Broken(String why) implements Outcome {}
    }

    /// Builds the client, which connects on first use.
    public WriteCheck(Target target, FairnessContract contract) {
        this.client = Clients.blocking(target, contract);
        this.target = target;
    }

    /// Sends one request of the test.
    private interface Request<T> {
        T send();
    }

    /// Puts, lists, reads and deletes one object. If the put fails, only the list request follows.
    ///
    /// @param prefix prefix that no other program writes to, ending with a slash
    public List<Step> below(String prefix) {
        String key = prefix + "check";
        String bucket = target.bucket();
        Optional<PutObjectResponse> stored =
                attempt(
                        Permission.PUT,
                        "PUT",
                        () ->
                                client.putObject(
                                        put ->
                                                put.bucket(bucket)
                                                        .key(key)
                                                        .checksumAlgorithm(ChecksumAlgorithm.CRC32),
                                        RequestBody.fromBytes(BODY)));
        var _ =
                attempt(
                        Permission.LIST,
                        "LIST",
                        () -> client.listObjectsV2(list -> list.bucket(bucket).prefix(prefix)));
        stored.ifPresent(
                response -> {
                    var _ =
                            attempt(
                                    Permission.GET,
                                    "HEAD",
                                    () -> client.headObject(head -> head.bucket(bucket).key(key)));
                    var _ =
                            attempt(
                                    Permission.GET,
                                    "GET",
                                    () ->
                                            client.getObjectAsBytes(
                                                    get -> get.bucket(bucket).key(key)));
                    delete(key, Optional.ofNullable(response.versionId()));
                });
        return List.copyOf(steps);
    }

    /// Deletes the version, or the object if there is no version or its deletion fails.
    private void delete(String key, Optional<String> version) {
        if (version.isPresent()
                && attempt(
                                Permission.DELETE_VERSION,
                                "DELETE of a version",
                                () -> sendDelete(key, version))
                        .isPresent()) {
            return;
        }
        var _ = attempt(Permission.DELETE, "DELETE", () -> sendDelete(key, Optional.empty()));
    }

    private Object sendDelete(String key, Optional<String> version) {
        return client.deleteObject(
                delete -> delete.bucket(target.bucket()).key(key).versionId(version.orElse(null)));
    }

    private <T> Optional<T> attempt(Permission permission, String name, Request<T> request) {
        try {
            T answer = request.send();
            steps.add(new Step(permission, name, new Outcome.Done()));
            return Optional.of(answer);
        } catch (SdkException e) {
            steps.add(new Step(permission, name, outcome(e)));
            return Optional.empty();
        }
    }

    private static Outcome outcome(SdkException failure) {
        String why =
                "%s: %s"
                        .formatted(
                                FailureClassifier.code(failure),
                                FailureClassifier.message(failure).replaceFirst("\\.$", ""));
        return failure instanceof AwsServiceException service
                        && service.statusCode() == HttpStatusCode.FORBIDDEN
                ? new Outcome.Denied(why)
                : new Outcome.Broken(why);
    }

    @Override
    public void close() {
        client.close();
    }
}
