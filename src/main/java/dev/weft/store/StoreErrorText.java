package dev.weft.store;

import com.google.common.base.Throwables;
import dev.weft.plan.Target;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Describes failed requests outside uploads in one sentence: what happened, where, and what to
/// change. A failed upload is a measurement instead.
final class StoreErrorText {
    /// Codes of expired or invalid credentials. Servers send them with 400 or 403.
    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "InvalidToken", "TokenRefreshRequired");

    private static final String REGION_HEADER = "x-amz-bucket-region";
    private static final Pattern EXPECTED_REGION = Pattern.compile("expecting '([a-z0-9-]{1,60})'");

    private StoreErrorText() {}

    static StoreException explain(SdkException failure, Target target) {
        return new StoreException(sentence(failure, target), failure);
    }

    /// Description of the target for messages.
    static String where(Target target) {
        return "bucket %s at %s"
                .formatted(
                        target.bucket(),
                        target.endpoint()
                                .map(URI::toString)
                                .orElse("Amazon S3 in " + target.region()));
    }

    private static String sentence(SdkException failure, Target target) {
        String code = FailureClassifier.code(failure);
        String detail = FailureClassifier.message(failure).replaceFirst("\\.$", "");
        if (failure instanceof AwsServiceException service) {
            if (EXPIRED.contains(code)) {
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
                        wrongRegion(
                                region(service, detail), target, "%s: %s".formatted(code, detail));
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
        Optional<TlsFailure> tls = TlsFailure.of(failure);
        if (tls.isPresent()) {
            return tls.get().sentence(where(target), detail);
        }
        if (Throwables.getRootCause(failure) instanceof UnknownHostException) {
            return "%s has a host name that is not known (%s); %s"
                    .formatted(where(target), detail, remedyOfUnknownHost(target));
        }
        return "%s cannot be reached (%s: %s); check --endpoint and that the server is running"
                .formatted(where(target), code, detail);
    }

    /// Region of the bucket according to the response.
    private static Optional<String> region(AwsServiceException refusal, String detail) {
        Matcher matcher = EXPECTED_REGION.matcher(detail);
        return Optional.ofNullable(refusal.awsErrorDetails())
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(answer -> answer.firstMatchingHeader(REGION_HEADER))
                .or(() -> matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty());
    }

    private static String wrongRegion(Optional<String> region, Target target, String why) {
        if (region.isEmpty() || region.get().equals(target.region())) {
            return "%s does not take the request (%s); check --region, --endpoint and --path-style"
                    .formatted(where(target), why);
        }
        return "%s is in the region %s (%s); set --region=%s or AWS_REGION=%s%s"
                .formatted(
                        where(target),
                        region.get(),
                        why,
                        region.get(),
                        region.get(),
                        target.endpoint().isPresent()
                                ? ", with the --endpoint of that region"
                                : "");
    }

    private static String remedyOfUnknownHost(Target target) {
        if (target.endpoint().isEmpty()) {
            return "check --region and the network";
        }
        return target.pathStyle()
                ? "check --endpoint"
                : "check --endpoint, and add --path-style if the server has no host name for each bucket";
    }
}
