package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.gaul.shaded.org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;

final class HeapGateTest {
    private static final long LIMIT_BYTES = 64 * 1024 * 1024;
    private static final String HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b";

    @Test
    void countsABodyWhoseHashIsSigned() {
        assertThat(buffered(headers(HASH, 50_000_000))).isEqualTo(50_000_000);
    }

    @Test
    void countsNoBodyThatIsNotSigned() {
        assertThat(buffered(headers("UNSIGNED-PAYLOAD", 50_000_000))).isZero();
    }

    @Test
    void countsOneChunkOfABodyInChunks() {
        assertThat(buffered(headers("STREAMING-UNSIGNED-PAYLOAD-TRAILER", 50_000_000)))
                .isEqualTo(HeapGate.LARGEST_CHUNK_BYTES);
        assertThat(buffered(headers("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", 100))).isEqualTo(100);
    }

    @Test
    void countsTheMostForABodyOfUnknownLength() {
        HttpFields headers = HttpFields.build().put("Transfer-Encoding", "chunked");

        assertThat(buffered(headers)).isEqualTo(HeapGate.largestBodyBytes(LIMIT_BYTES));
    }

    @Test
    void countsNothingWithoutABody() {
        assertThat(buffered(HttpFields.build())).isZero();
    }

    private static HttpFields headers(String hash, long length) {
        return HttpFields.build().put("x-amz-content-sha256", hash).put("Content-Length", length);
    }

    private static long buffered(HttpFields headers) {
        return HeapGate.bufferedBytes(headers, LIMIT_BYTES);
    }
}
