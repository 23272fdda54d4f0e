package dev.weft.store;

import com.google.common.base.Throwables;
import dev.weft.archive.BrokenEntryException;
import dev.weft.workload.ResourceExhaustion;
import dev.weft.workload.Outcome;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/// What an exception of the SDK means.
final class FailureClassifier {
    private FailureClassifier() {}

    /// A failed upload, with the server's error code where the server answered.
    static Outcome outcome(Throwable failure) {
        Throwable cause = unwrapped(failure);
        return new Outcome.Failed(code(cause), message(cause));
    }

    /// One word: the server's error code, `Http<status>` where it gave none, or the kind of the
    /// local fault.
    static String code(Throwable cause) {
        return switch (cause) {
            case AwsServiceException service -> {
                String code =
                        service.awsErrorDetails() == null
                                ? null
                                : service.awsErrorDetails().errorCode();
                yield code == null || code.isEmpty() ? "Http" + service.statusCode() : code;
            }
            case ApiCallTimeoutException _ -> "CallTimeout";
            case ApiCallAttemptTimeoutException _ -> "AttemptTimeout";
            default -> TlsFailure.of(cause).map(TlsFailure::code).orElseGet(() -> local(cause));
        };
    }

    private static String local(Throwable cause) {
        return switch (Throwables.getRootCause(cause)) {
            case BrokenEntryException broken -> broken.fault().code();
            case Throwable root ->
                    ResourceExhaustion.of(root)
                            .map(ResourceExhaustion::code)
                            .or(() -> LostConnection.code(root))
                            .orElseGet(
                                    () ->
                                            root.getClass()
                                                    .getSimpleName()
                                                    .replaceFirst("Exception$", ""));
        };
    }

    /// What the server or the local fault says of itself.
    static String message(Throwable cause) {
        if (cause instanceof AwsServiceException service) {
            String message =
                    service.awsErrorDetails() == null
                            ? null
                            : service.awsErrorDetails().errorMessage();
            return message == null || message.isEmpty() ? "the server gave no reason" : message;
        }
        Throwable root = Throwables.getRootCause(cause);
        String message = root.getMessage();
        return ResourceExhaustion.of(root)
                .map(ResourceExhaustion::remedy)
                .orElse(message == null ? root.getClass().getSimpleName() : message);
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }
}
