package dev.weft.server;

import com.google.common.base.Ticker;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// Answers no upload of an object or part before a fixed time after its arrival. Reading and
/// storing the body count towards that time.
final class LatencyStore extends WrappedStore {
    private final Duration latency;
    private final Ticker ticker;
    private final Pause pause;

    /// A way to wait.
    interface Pause {
        void last(Duration duration) throws InterruptedException;
    }

    LatencyStore(BlobStore inner, Duration latency, Ticker ticker, Pause pause) {
        super(inner);
        this.latency = latency;
        this.ticker = ticker;
        this.pause = pause;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        return delayed(() -> super.putBlob(request, payload));
    }

    @Override
    public UploadPartResponse uploadMultipartPart(
            MultipartUpload upload, UploadPartRequest request, InputStream payload) {
        return delayed(() -> super.uploadMultipartPart(upload, request, payload));
    }

    private <T> T delayed(Supplier<T> upload) {
        long arrived = ticker.read();
        T answer = upload.get();
        Duration left = latency.minusNanos(ticker.read() - arrived);
        if (left.isPositive()) {
            try {
                pause.last(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the server stops", e);
            }
        }
        return answer;
    }
}
