package dev.weft.calibrate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An error response to an upload.
///
/// @param status HTTP status code
/// @param code S3's error code; `Http<status>` if the response has none
/// @param message the server's error message
record Refusal(int status, String code, String message) {
    /// Limit for the response body. S3 error bodies are shorter.
    private static final int LIMIT_BYTES = 64 * 1024;

    private static final Pattern CODE = Pattern.compile("<Code>([^<]{1,100})</Code>");
    private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]{1,500})</Message>");

    /// Reads the response body.
    ///
    /// @param body null if the response has no body
    static Refusal read(int status, @Nullable InputStream body) throws IOException {
        if (body == null) {
            return of(status, "");
        }
        try (body) {
            return of(status, new String(body.readNBytes(LIMIT_BYTES), StandardCharsets.UTF_8));
        }
    }

    private static Refusal of(int status, String body) {
        return new Refusal(
                status,
                firstGroup(CODE, body, "Http" + status),
                firstGroup(MESSAGE, body, "the server gave no reason"));
    }

    private static String firstGroup(Pattern pattern, String body, String defaultValue) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1).replaceFirst("\\.$", "") : defaultValue;
    }

    /// Returns the error message with a remedy, in one sentence.
    ///
    /// @param where description of the target
    String sentence(String where) {
        return "%s answered an upload with %d (%s: %s); %s"
                .formatted(where, status, code, message, remedy());
    }

    private String remedy() {
        return switch (status) {
            case 403 -> "check the credentials, and that they may put objects there";
            case 404 -> "create the bucket, or name another with --bucket or WEFT_BUCKET";
            case 301, 307, 400 -> "check --region and --endpoint";
            default -> "try again later, or ask who runs the server";
        };
    }
}
