package dev.weft.store;

import com.google.common.base.Throwables;
import dev.weft.archive.BrokenEntryException;
import dev.weft.workload.Outcome;
import dev.weft.workload.ResourceExhaustion;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/// Classifies the exceptions of the SDK by error code and message.
final class FailureClassifier {
    private FailureClassifier() {}

    /// Outcome of a failed upload, with the server's error code if the server answered.
    static Outcome outcome(Throwable failure) {
        Throwable cause = unwrapped(failure);
        return new Outcome.Failed(code(cause), message(cause));
    }

    /// Error code in one word: the server's code, `Http<status>` if it sent none, or the kind of
    /// the local error.
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
            default -> TlsFailure.of(cause).map(TlsFailure::code).orElseGet(() -> localCode(cause));
        };
    }

    private static String localCode(Throwable cause) {
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

    /// Message of the server or of the local error.
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
