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

/// Delays the answer to each upload of an object or part until its latency has passed since its
/// arrival. The latency includes reading and storing the body.
final class LatencyStore extends WrappedStore {
    private final Supplier<Duration> latency;
    private final Ticker ticker;
    private final Sleeper pause;

    /// Creates a store with delayed answers.
    ///
    /// @param latency returns the latency of the upload on the current thread
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
