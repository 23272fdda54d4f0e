package dev.weft.server;

import java.util.Optional;
import java.util.function.Predicate;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.http.HttpStatus;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/// Answers who asks whether a bucket locks objects that it does not, as S3 words it. S3Proxy does
/// not know the question, and logs an error each time.
///
/// Like S3Proxy's refusal it comes before the signature is checked: it tells nothing. What bears
/// none, and what is asked of a bucket that is not there, is left to S3Proxy.
final class NoObjectLock extends Handler.Wrapper {
    private static final String QUESTION = "object-lock";
    private static final String ANSWER =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>ObjectLockConfigurationNotFoundError</Code><Message>Object Lock configuration does not exist for this bucket</Message></Error>";

    private final Predicate<String> buckets;

    /// @param buckets whether there is one of that name
    NoObjectLock(Handler inner, Predicate<String> buckets) {
        super(inner);
        this.buckets = buckets;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!isAsked(request)) {
            return super.handle(request, response, callback);
        }
        response.setStatus(HttpStatus.NOT_FOUND_404);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
        Content.Sink.write(response, true, ANSWER, callback);
        return true;
    }

    private boolean isAsked(Request request) {
        String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
        return request.getMethod().equals("GET")
                && (query.equals(QUESTION) || query.equals(QUESTION + "="))
                && request.getHeaders().contains(HttpHeader.AUTHORIZATION)
                && buckets.test(request.getHttpURI().getPath().replace("/", ""));
    }
}
