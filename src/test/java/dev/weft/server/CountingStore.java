package dev.weft.server;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Counts uploads to a store and reports the arrival of each.
final class CountingStore extends WrappedStore {
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final AtomicInteger total = new AtomicInteger();
    private final Runnable arrived;

    CountingStore(BlobStore inner, Runnable arrived) {
        super(inner);
        this.arrived = arrived;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        peak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        total.incrementAndGet();
        arrived.run();
        try {
            return super.putBlob(request, payload);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    int peak() {
        return peak.get();
    }

    int total() {
        return total.get();
    }
}
