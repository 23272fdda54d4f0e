package dev.weft.server;

import java.util.Locale;
import org.gaul.shaded.org.eclipse.jetty.http.HttpFields;
import org.gaul.shaded.org.eclipse.jetty.http.HttpURI;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConfiguration;
import org.gaul.shaded.org.eclipse.jetty.server.Request;

/// Decodes `%2F` in a path as a slash, as S3 does before it checks a signature.
///
/// The SDK on Apache 5 signs `/bucket//key` and sends `/bucket/%2Fkey`, because its HTTP client
/// would remove the empty segment.
final class EncodedSlashHandler implements HttpConfiguration.Customizer {
    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        String path = request.getHttpURI().getPath();
        if (path == null || !path.toUpperCase(Locale.ROOT).contains("%2F")) {
            return request;
        }
        HttpURI plain =
                HttpURI.build(request.getHttpURI())
                        .path(path.replace("%2F", "/").replace("%2f", "/"))
                        .asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return plain;
            }
        };
    }
}
