package dev.weft.server;

import com.google.common.base.Ticker;
import dev.weft.plan.KeyPrefixes;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// Answers no upload of an object or part before its latency has passed since its arrival. Reading
/// and storing the body count towards that time.
final class LatencyStore extends WrappedStore {
    private final Supplier<Duration> latency;
    private final Ticker ticker;
    private final Sleeper pause;

    /// A store that holds answers back.
    ///
    /// @param latency of the upload of this thread
    LatencyStore(BlobStore inner, Supplier<Duration> latency, Ticker ticker, Sleeper pause) {
        super(inner);
        this.latency = latency;
        this.ticker = ticker;
        this.pause = pause;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        return KeyPrefixes.isUndelayed(request.key())
                ? super.putBlob(request, payload)
                : delayed(() -> super.putBlob(request, payload));
    }

    @Override
    public UploadPartResponse uploadMultipartPart(
            MultipartUpload upload, UploadPartRequest request, InputStream payload) {
        return delayed(() -> super.uploadMultipartPart(upload, request, payload));
    }

    private <T> T delayed(Supplier<T> upload) {
        long arrived = ticker.read();
        T answer = upload.get();
        Duration left = latency.get().minusNanos(ticker.read() - arrived);
        if (left.isPositive()) {
            pause.hold(left);
        }
        return answer;
    }
}
