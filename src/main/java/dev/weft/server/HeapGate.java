package dev.weft.server;

import java.util.concurrent.Semaphore;
import org.gaul.shaded.org.eclipse.jetty.http.HttpFields;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/// Lets only so many requests in that S3Proxy buffers in the heap; the others wait. It buffers
/// whole bodies whose hash is signed, and whole chunks where bodies are sent in chunks. A body with
/// `UNSIGNED-PAYLOAD` is never buffered and never waits.
final class HeapGate extends Handler.Wrapper {
    /// The largest chunk that S3Proxy takes.
    static final int LARGEST_CHUNK_BYTES = 16 * 1024 * 1024;

    private static final int UNIT_BYTES = 1024;
    private static final long MOST_BUFFERED_BYTES = 128L * 1024 * 1024;

    private final long limitBytes;
    private final Semaphore units;

    /// Lets everybody in.
    ///
    /// @param limitBytes for all bodies and chunks together
    HeapGate(Handler inner, long limitBytes) {
        super(inner);
        this.limitBytes = limitBytes;
        this.units = new Semaphore(units(limitBytes), true);
    }

    /// The largest body that S3Proxy may buffer where all together have this limit.
    static long largestBodyBytes(long limitBytes) {
        return Math.min(limitBytes, MOST_BUFFERED_BYTES);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        int taken = units(Math.min(limitBytes, bufferedBytes(request.getHeaders(), limitBytes)));
        if (taken == 0) {
            // Even asking for nothing would wait behind those who ask for more.
            return super.handle(request, response, callback);
        }
        units.acquire(taken);
        try {
            return super.handle(request, response, callback);
        } finally {
            units.release(taken);
        }
    }

    /// How much of a request is in the heap at once.
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
