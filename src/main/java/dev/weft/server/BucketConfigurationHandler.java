package dev.weft.server;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.http.HttpStatus;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/// Answers queries for the object lock and the encryption of a bucket, which has neither, as Amazon
/// S3 does. S3Proxy does not know these requests, and logs an error for each.
///
/// Answers before the signature is checked, as S3Proxy's own error would. Leaves requests without a
/// signature and requests for missing buckets to S3Proxy.
final class BucketConfigurationHandler extends Handler.Wrapper {
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "object-lock",
                    answer(
                            "ObjectLockConfigurationNotFoundError",
                            "Object Lock configuration does not exist for this bucket"),
                    "encryption",
                    answer(
                            "ServerSideEncryptionConfigurationNotFoundError",
                            "The server side encryption configuration was not found"));

    private final Predicate<String> buckets;

    /// @param buckets returns whether a bucket exists
    BucketConfigurationHandler(Handler inner, Predicate<String> buckets) {
        super(inner);
        this.buckets = buckets;
    }

    /// Returns an error in the form of S3.
    static String answer(String code, String message) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
                .formatted(code, message);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<String> answer = answer(request);
        if (answer.isEmpty()) {
            return super.handle(request, response, callback);
        }
        response.setStatus(HttpStatus.NOT_FOUND_404);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
        Content.Sink.write(response, true, answer.get(), callback);
        return true;
    }

    private Optional<String> answer(Request request) {
        return Optional.ofNullable(request.getHttpURI().getQuery())
                .map(query -> ANSWERS.get(query.replaceFirst("=$", "")))
                .filter(_ -> isOfABucket(request));
    }

    private boolean isOfABucket(Request request) {
        return request.getMethod().equals("GET")
                && request.getHeaders().contains(HttpHeader.AUTHORIZATION)
                && buckets.test(request.getHttpURI().getPath().replace("/", ""));
    }
}
