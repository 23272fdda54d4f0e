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

/// Tries with one small object all that weft does in a bucket, and leaves nothing of it.
public final class WriteCheck implements AutoCloseable {
    private static final byte[] BODY =
            "weft doctor was here, and may be deleted".getBytes(StandardCharsets.UTF_8);

    private final S3Client client;
    private final Target target;
    private final List<Step> steps = new ArrayList<>();

    /// One thing that was tried.
    ///
    /// @param request in words
    /// @param outcome what came of it
    public record Step(Permission permission, String request, Outcome outcome) {}

    /// What came of a request.
    public sealed interface Outcome {
        /// It worked.
        record Done() implements Outcome {}

        /// It is not allowed, in the words of the server.
        record Denied(String why) implements Outcome {}

        /// Something else keeps it from working.
        record Broken(String why) implements Outcome {}
    }

    /// Builds the client; it connects when it is first used.
    public WriteCheck(Target target, FairnessContract contract) {
        this.client = Clients.blocking(target, contract);
        this.target = target;
    }

    /// A request that gives something.
    private interface Request<T> {
        T send();
    }

    /// Puts an object, asks for it, lists it and deletes it. What was not stored is only looked
    /// for.
    ///
    /// @param prefix that nobody else writes below, a slash at its end
    public List<Step> below(String prefix) {
        String key = prefix + "check";
        String bucket = target.bucket();
        Optional<PutObjectResponse> stored =
                tried(
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
                tried(
                        Permission.LIST,
                        "LIST",
                        () -> client.listObjectsV2(list -> list.bucket(bucket).prefix(prefix)));
        stored.ifPresent(
                response -> {
                    var _ =
                            tried(
                                    Permission.GET,
                                    "HEAD",
                                    () -> client.headObject(head -> head.bucket(bucket).key(key)));
                    var _ =
                            tried(
                                    Permission.GET,
                                    "GET",
                                    () ->
                                            client.getObjectAsBytes(
                                                    get -> get.bucket(bucket).key(key)));
                    delete(key, Optional.ofNullable(response.versionId()));
                });
        return List.copyOf(steps);
    }

    /// The version, where the bucket keeps any, or else the object.
    private void delete(String key, Optional<String> version) {
        if (version.isPresent()
                && tried(Permission.DELETE_VERSION, "DELETE of a version", () -> sent(key, version))
                        .isPresent()) {
            return;
        }
        var _ = tried(Permission.DELETE, "DELETE", () -> sent(key, Optional.empty()));
    }

    private Object sent(String key, Optional<String> version) {
        return client.deleteObject(
                delete -> delete.bucket(target.bucket()).key(key).versionId(version.orElse(null)));
    }

    private <T> Optional<T> tried(Permission permission, String name, Request<T> request) {
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
