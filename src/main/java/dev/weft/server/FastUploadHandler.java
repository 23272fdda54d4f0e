package dev.weft.server;

import com.google.common.xml.XmlEscapers;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.checksum.FlexChecksum;
import org.gaul.shaded.org.eclipse.jetty.http.HttpFields;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.BufferUtil;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Passes uploads of weft's own form ([SignedUpload]) directly to the store. Servlets and S3Proxy
/// would cost more than the rest of the upload. S3Proxy handles all other requests, including those
/// that are not certainly signed, so only S3Proxy rejects requests.
final class FastUploadHandler extends Handler.Wrapper {
    private final BlobStore store;
    private final Predicate<String> buckets;
    private final SignatureCheck signatures;

    /// @param store store of the uploads, with latency and faults
    /// @param buckets returns whether a bucket exists
    FastUploadHandler(
            Handler inner, BlobStore store, Predicate<String> buckets, SignatureCheck signatures) {
        super(inner);
        this.store = store;
        this.buckets = buckets;
        this.signatures = signatures;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<SignedUpload> upload = SignedUpload.of(request);
        if (upload.isEmpty()
                || !buckets.test(upload.get().bucket())
                || !signatures.passes(upload.get())) {
            return super.handle(request, response, callback);
        }
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(
                "x-amz-request-id",
                HexFormat.of().withUpperCase().toHexDigits(ThreadLocalRandom.current().nextLong()));
        try {
            String tag =
                    store.putBlob(upload.get().request(), Content.Source.asInputStream(request))
                            .eTag();
            headers.put(HttpHeader.ETAG, '"' + tag + '"');
            String crc32 = upload.get().crc32();
            if (crc32 != null) {
                headers.put(FlexChecksum.CRC32.header(), crc32);
            }
            response.write(true, BufferUtil.EMPTY_BUFFER, callback);
        } catch (AwsServiceException e) {
            refuse(e, request, response, callback);
        } catch (UncheckedIOException e) {
            // The client is gone.
            callback.failed(e.getCause());
        }
        return true;
    }

    private static void refuse(
            AwsServiceException refusal, Request request, Response response, Callback callback)
            throws Exception {
        // A client that is still writing would see a broken connection instead of the answer.
        Content.Source.consumeAll(request);
        response.setStatus(refusal.statusCode());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
        Content.Sink.write(
                response,
                true,
                BucketConfigurationHandler.answer(
                        refusal.awsErrorDetails().errorCode(),
                        XmlEscapers.xmlContentEscaper()
                                .escape(refusal.awsErrorDetails().errorMessage())),
                callback);
    }
}
