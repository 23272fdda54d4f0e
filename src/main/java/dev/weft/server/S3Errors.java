package dev.weft.server;

import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Error answers of the store, worded as in Amazon S3.
final class S3Errors {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;
    private static final int INSUFFICIENT_STORAGE = 507;

    private S3Errors() {}

    static S3Exception badDigest(String checksum) {
        return error(
                BAD_REQUEST,
                "BadDigest",
                "The %s you specified did not match what we received.".formatted(checksum));
    }

    static S3Exception keyTooLong(int limit) {
        return error(
                BAD_REQUEST,
                "KeyTooLongError",
                "Your key is too long: at most %d bytes are allowed.".formatted(limit));
    }

    static S3Exception noSuchUpload() {
        String message = "The specified upload does not exist.";
        return (S3Exception)
                NoSuchUploadException.builder()
                        .message(message)
                        .statusCode(NOT_FOUND)
                        .awsErrorDetails(details("NoSuchUpload", message))
                        .build();
    }

    static S3Exception slowDown() {
        return error(UNAVAILABLE, "SlowDown", "Please reduce your request rate.");
    }

    static S3Exception internalError() {
        return error(
                INTERNAL, "InternalError", "We encountered an internal error. Please try again.");
    }

    static S3Exception accessDenied() {
        return error(FORBIDDEN, "AccessDenied", "Access Denied");
    }

    // With 503 a client would retry, in vain.
    static S3Exception indexFull() {
        return error(
                INSUFFICIENT_STORAGE,
                "InsufficientStorage",
                "The embedded server has no memory for more objects: delete some, or give it a"
                        + " larger heap.");
    }

    static S3Exception spillFailed(IOException cause) {
        String message =
                "The embedded server cannot write its spill file: %s."
                        .formatted(cause.getMessage());
        return (S3Exception)
                S3Exception.builder()
                        .message(message)
                        .cause(cause)
                        .statusCode(INTERNAL)
                        .awsErrorDetails(details("InternalError", message))
                        .build();
    }

    private static S3Exception error(int status, String code, String message) {
        return (S3Exception)
                S3Exception.builder()
                        .message(message)
                        .statusCode(status)
                        .awsErrorDetails(details(code, message))
                        .build();
    }

    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    }
}
