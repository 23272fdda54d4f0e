package dev.weft.server;

import java.util.concurrent.Semaphore;
import org.gaul.shaded.org.eclipse.jetty.http.HttpFields;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/// Limits the requests that S3Proxy buffers in the heap; further ones wait. S3Proxy buffers whole
/// bodies with a signed hash, and whole chunks of chunked bodies. A body with `UNSIGNED-PAYLOAD` is
/// never buffered and never waits.
final class HeapGate extends Handler.Wrapper {
    /// Largest chunk that S3Proxy accepts.
    static final int LARGEST_CHUNK_BYTES = 16 * 1024 * 1024;

    private static final int UNIT_BYTES = 1024;
    private static final long MOST_BUFFERED_BYTES = 128L * 1024 * 1024;

    private final long limitBytes;
    private final Semaphore units;

    /// Creates an open gate.
    ///
    /// @param limitBytes limit of all bodies and chunks together
    HeapGate(Handler inner, long limitBytes) {
        super(inner);
        this.limitBytes = limitBytes;
        this.units = new Semaphore(units(limitBytes), true);
    }

    /// Returns the largest body that S3Proxy may buffer under a total limit.
    static long largestBodyBytes(long limitBytes) {
        return Math.min(limitBytes, MOST_BUFFERED_BYTES);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        int taken = units(Math.min(limitBytes, bufferedBytes(request.getHeaders(), limitBytes)));
        if (taken == 0) {
            // A request for no permits would also wait behind larger ones.
            return super.handle(request, response, callback);
        }
        units.acquire(taken);
        try {
            return super.handle(request, response, callback);
        } finally {
            units.release(taken);
        }
    }

    /// Returns the bytes of a request that are in the heap at one time.
    static long bufferedBytes(HttpFields headers, long limitBytes) {
        long length = headers.getLongField(HttpHeader.CONTENT_LENGTH);
        if (length < 0) {
            return headers.contains(HttpHeader.TRANSFER_ENCODING)
                    ? largestBodyBytes(limitBytes)
                    : 0;
        }
        String hash = headers.get("x-amz-content-sha256");
        if (hash == null || hash.equals("UNSIGNED-PAYLOAD")) {
            return 0;
        }
        return hash.startsWith("STREAMING-") ? Math.min(length, LARGEST_CHUNK_BYTES) : length;
    }

    private static int units(long bytes) {
        return Math.toIntExact(Math.ceilDiv(bytes, UNIT_BYTES));
    }
}
