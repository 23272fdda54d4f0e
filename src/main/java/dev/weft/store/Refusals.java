package dev.weft.store;

import dev.weft.plan.Target;
import java.net.URI;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns what the SDK throws for a request of weft's own (not an upload, whose failure is a
/// measurement) into one sentence that says what happened, where, and what to change.
final class Refusals {
    /// Codes of credentials that were good once. Servers answer them with 400 or with 403.
    private static final Set<String> OUTDATED =
            Set.of("ExpiredToken", "ExpiredTokenException", "InvalidToken", "TokenRefreshRequired");

    private Refusals() {}

    static StoreException explain(SdkException failure, Target target) {
        return new StoreException(sentence(failure, target), failure);
    }

    /// The target as a sentence names it.
    static String where(Target target) {
        return "bucket %s at %s"
                .formatted(
                        target.bucket(),
                        target.endpoint()
                                .map(URI::toString)
                                .orElse("Amazon S3 in " + target.region()));
    }

    private static String sentence(SdkException failure, Target target) {
        String code = Failures.code(failure);
        String detail = Failures.message(failure).replaceFirst("\\.$", "");
        if (failure instanceof AwsServiceException service) {
            if (OUTDATED.contains(code)) {
                return "%s refuses the credentials (%s: %s); they are expired or no longer valid: renew them"
                        .formatted(where(target), code, detail);
            }
            return switch (service.statusCode()) {
                case 403 ->
                        "%s refuses the credentials (%s: %s); check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY or AWS_PROFILE, and that they may list, put and delete there"
                                .formatted(where(target), code, detail);
                case 404 ->
                        "%s does not exist (%s); create it, or name another with --bucket or WEFT_BUCKET"
                                .formatted(where(target), code);
                case 301, 307, 400 ->
                        "%s does not take the request (%s: %s); check --region and --endpoint"
                                .formatted(where(target), code, detail);
                default ->
                        "%s answered %d (%s: %s); try again later, or ask who runs the server"
                                .formatted(where(target), service.statusCode(), code, detail);
            };
        }
        if (failure.getMessage() != null
                && failure.getMessage().startsWith("Unable to load credentials")) {
            return "no credentials were found for %s; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
                    .formatted(where(target));
        }
        return "%s cannot be reached (%s: %s); check --endpoint and that the server is running"
                .formatted(where(target), code, detail);
    }
}
