package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.archive.Content;
import dev.weft.testing.SmallZip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

class StreamedBodyTest {
    private static final int PIECE = 64 * 1024;

    private int opened;
    private int closed;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7})
    void sendsEveryByteInItsOrder(int size) {
        byte[] bytes = SmallZip.noise(size);
        Reader reader = new Reader();
        body(bytes).subscribe(reader);
        reader.request(Long.MAX_VALUE);
        assertThat(reader.received.toByteArray()).isEqualTo(bytes);
        assertThat(reader.events.getLast()).isEqualTo("complete");
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void sendsNoMoreThanItIsAskedFor() {
        Reader reader = new Reader();
        body(SmallZip.noise(3 * PIECE)).subscribe(reader);
        assertThat(reader.events).containsExactly("subscribed");
        reader.request(1);
        assertThat(reader.events).containsExactly("subscribed", "65536");
        reader.request(2);
        assertThat(reader.events).containsExactly("subscribed", "65536", "65536", "65536");
    }

    @Test
    void mayBeAskedForMoreFromWithinAPiece() {
        Reader reader = new Reader();
        reader.asksAgain = true;
        body(SmallZip.noise(1_000 * PIECE)).subscribe(reader);
        reader.request(1);
        assertThat(reader.received.size()).isEqualTo(1_000 * PIECE);
        assertThat(reader.events.getLast()).isEqualTo("complete");
    }

    @Test
    void beginsAnewForEachSubscriber() {
        StreamedBody body = body(SmallZip.noise(100));
        for (int attempt = 1; attempt <= 3; attempt++) {
            Reader reader = new Reader();
            body.subscribe(reader);
            reader.request(10);
            assertThat(reader.received.toByteArray()).isEqualTo(SmallZip.noise(100));
            assertThat(opened).isEqualTo(attempt);
        }
        assertThat(closed).isEqualTo(3);
    }

    @Test
    void closesItsStreamAndIsSilentOnceCancelled() {
        Reader reader = new Reader();
        body(SmallZip.noise(3 * PIECE)).subscribe(reader);
        reader.request(1);
        reader.cancel();
        reader.request(5);
        assertThat(reader.events).containsExactly("subscribed", "65536");
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void isSilentOnceItHasCompleted() {
        Reader reader = new Reader();
        body(SmallZip.noise(10)).subscribe(reader);
        reader.request(10);
        reader.request(10);
        assertThat(reader.events).containsExactly("subscribed", "10", "complete");
    }

    @Test
    void failsAsItsStreamDoes() {
        Reader reader = new Reader();
        new StreamedBody(new Content.Streamed(() -> new Failing(PIECE)), 2 * PIECE)
                .subscribe(reader);
        reader.request(5);
        assertThat(reader.events).containsExactly("subscribed", "65536", "error disk on fire");
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void failsWhereItsStreamCannotBeOpened() {
        Reader reader = new Reader();
        Content.Streamed unreadable =
                new Content.Streamed(
                        () -> {
                            throw new IOException("no such file");
                        });
        new StreamedBody(unreadable, 1).subscribe(reader);
        assertThat(reader.events).containsExactly("subscribed", "error no such file");
    }

    @Test
    void refusesToBeAskedForNothing() {
        Reader reader = new Reader();
        body(SmallZip.noise(10)).subscribe(reader);
        reader.request(0);
        reader.request(1);
        assertThat(reader.events).containsExactly("subscribed", "error asked for 0 pieces");
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void knowsItsLength() {
        assertThat(body(SmallZip.noise(77)).contentLength()).contains(77L);
    }

    private StreamedBody body(byte[] bytes) {
        return new StreamedBody(new Content.Streamed(() -> open(bytes)), bytes.length);
    }

    private InputStream open(byte[] bytes) {
        opened++;
        return new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
                closed++;
            }
        };
    }

    /// A stream that breaks after so many bytes.
    private final class Failing extends InputStream {
        private int left;

        Failing(int bytes) {
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            return read(new byte[1], 0, 1);
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (left == 0 && count > 0) {
                throw new IOException("disk on fire");
            }
            int given = Math.min(left, count);
            left -= given;
            return given;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private static final class Reader implements Subscriber<ByteBuffer> {
        private final List<String> events = new ArrayList<>();
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private Optional<Subscription> subscription = Optional.empty();
        private boolean asksAgain;

        void request(long pieces) {
            subscription.orElseThrow().request(pieces);
        }

        void cancel() {
            subscription.orElseThrow().cancel();
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = Optional.of(given);
            events.add("subscribed");
        }

        @Override
        public void onNext(ByteBuffer piece) {
            events.add(Integer.toString(piece.remaining()));
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            received.writeBytes(bytes);
            if (asksAgain) {
                request(1);
            }
        }

        @Override
        public void onError(Throwable failure) {
            events.add("error " + failure.getMessage());
        }

        @Override
        public void onComplete() {
            events.add("complete");
        }
    }
}
