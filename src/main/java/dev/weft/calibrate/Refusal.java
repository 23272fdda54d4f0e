package dev.weft.calibrate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An answer that is no success.
///
/// @param code S3's error code; `Http<status>` where the answer has none
/// @param message what the server says of it
record Refusal(int status, String code, String message) {
    /// Errors of S3 are shorter, and what is longer is none.
    private static final int READ_BYTES = 64 * 1024;

    private static final Pattern CODE = Pattern.compile("<Code>([^<]{1,100})</Code>");
    private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]{1,500})</Message>");

    /// Reads the answer's body.
    ///
    /// @param body null where there is none
    static Refusal read(int status, @Nullable InputStream body) throws IOException {
        if (body == null) {
            return of(status, "");
        }
        try (body) {
            return of(status, new String(body.readNBytes(READ_BYTES), StandardCharsets.UTF_8));
        }
    }

    private static Refusal of(int status, String body) {
        return new Refusal(
                status,
                found(CODE, body, "Http" + status),
                found(MESSAGE, body, "the server gave no reason"));
    }

    private static String found(Pattern pattern, String body, String otherwise) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1).replaceFirst("\\.$", "") : otherwise;
    }

    /// It in one sentence.
    ///
    /// @param where the target
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
