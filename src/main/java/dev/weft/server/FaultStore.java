package dev.weft.server;

import dev.weft.plan.ByteSize;
import dev.weft.plan.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// Injects the faults of answers and bodies: errors, slow bodies, wrong ETags. [FaultHandler]
/// injects those of connections.
final class FaultStore extends WrappedStore {
    private final FaultSelector play;
    private final Supplier<Optional<ArrivedUpload>> current;
    private final Function<ByteSize, BandwidthLimit> paces;
    private final Optional<BandwidthLimit> bandwidth;
    private final Optional<RateLimit> limit;

    /// Creates a store with faults.
    ///
    /// @param current upload on this thread; empty for another request
    /// @param paces creates the rate limit of a slow body
    /// @param bandwidth limit of all bodies together
    FaultStore(
            BlobStore inner,
            FaultSelector play,
            Supplier<Optional<ArrivedUpload>> current,
            Function<ByteSize, BandwidthLimit> paces,
            Optional<BandwidthLimit> bandwidth,
            Optional<RateLimit> limit) {
        super(inner);
        this.play = play;
        this.current = current;
        this.paces = paces;
        this.bandwidth = bandwidth;
        this.limit = limit;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        return play(
                payload,
                body -> super.putBlob(request, body),
                answer -> answer.toBuilder().eTag(wrong(answer.eTag())).build());
    }

    @Override
    public UploadPartResponse uploadMultipartPart(
            MultipartUpload upload, UploadPartRequest request, InputStream payload) {
        return play(
                payload,
                body -> super.uploadMultipartPart(upload, request, body),
                answer -> answer.toBuilder().eTag(wrong(answer.eTag())).build());
    }

    private <T> T play(
            InputStream payload, Function<InputStream, T> upload, UnaryOperator<T> wronged) {
        Optional<ArrivedUpload> arrival =
                current.get().filter(one -> one.key().use() != UploadKey.Use.WARM_UP);
        if (arrival.isEmpty()) {
            return upload.apply(payload);
        }
        InputStream body = bandwidth.map(pace -> pace.of(payload)).orElse(payload);
        if (limit.isPresent() && !limit.get().admits(arrival.get().key().prefix())) {
            throw refused(body, S3Errors.slowDown());
        }
        Optional<Fault.OfItems> fault = play.met(arrival.get());
        if (fault.isEmpty()) {
            return upload.apply(body);
        }
        return switch (fault.get()) {
            case Fault.SlowBody slow -> upload.apply(paces.apply(slow.rate()).of(body));
            case Fault.Simple simple ->
                    switch (simple.kind()) {
                        case ERROR -> throw refused(body, S3Errors.internalError());
                        case DENIED -> throw refused(body, S3Errors.accessDenied());
                        case WRONG_ETAG -> wronged.apply(upload.apply(body));
                        case RESET_BEFORE, RESET_AFTER, STALL -> upload.apply(body);
                    };
        };
    }

    /// A client that is still writing would see a broken connection instead of the answer.
    private static S3Exception refused(InputStream body, S3Exception answer) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer;
    }

    /// Replaces each hexadecimal digit by another one.
    private static String wrong(String etag) {
        return etag.chars()
                .map(
                        letter -> {
                            int digit = Character.digit(letter, 16);
                            return digit < 0 ? letter : Character.forDigit(15 - digit, 16);
                        })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
